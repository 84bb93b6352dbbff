import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { busArn } from "../../aws/names";
import type { Environment } from "../../config/model";
import { FilesProblem } from "../../files/files-problem";
import { Aws } from "../../operate/aws/aws";
import { Backfill } from "../../operate/backfill/backfill";
import { PUTS_A_SECOND } from "../../operate/backfill/estimate";
import { bucketOutput } from "../../operate/backfill/outputs/bucket";
import { busOutput } from "../../operate/backfill/outputs/bus";
import { folderOutput } from "../../operate/backfill/outputs/folder";
import type { Output } from "../../operate/backfill/outputs/output";
import { backfillPolicy } from "../../operate/backfill/policy";
import { waiting } from "../../operate/backfill/reading";
import { genesysAccess } from "../../operate/genesys/access";
import { GenesysCloud } from "../../operate/genesys/cloud";
import { PACE } from "../../operate/genesys/request";
import { locked } from "../../operate/lock";
import { joined, plural } from "../../text/words";
import { INTERRUPTED, unconfirmed } from "../confirm";
import { oneEnvironment } from "../environment";
import { interruptible } from "../interrupt";
import { type Io, shown } from "../io";
import { printPolicy } from "../operating";
import { kindsOf, limitsOf } from "./asked";
import { Following } from "./following";
import { notYetLines, planLines } from "./lines";
import type { BackfillInput } from "./options";
import { placeIn } from "./place";
import { type Prepared, prepared } from "./prepared";
import { type Outcome, resultJson } from "./result";

/** Does what the command line asks for. */
export async function backfilled(input: BackfillInput, io: Io): Promise<number> {
  const [word = ""] = input.positionals;
  const { out = "bus", policy } = input.values;
  const now = new Date();
  const [place, limits, kinds] = [placeIn(out, io), limitsOf(input, now), kindsOf(input)];
  if (typeof place === "string" || typeof limits === "string" || typeof kinds === "string") {
    io.stderr([place, limits, kinds].find((one) => typeof one === "string") ?? "");
    return 2;
  }
  const bucket = "bucket" in place ? place : undefined;
  if (policy) return printPolicy(word, (environment) => backfillPolicy(environment, bucket), io);
  const chosen = oneEnvironment(word, io);
  if (chosen === undefined) return 1;
  const { environment, file } = chosen;
  return interruptible(io, async (signal) => {
    const pace = { ...PACE, ...PATIENCE, wait: (ms: number) => waiting(ms, signal) };
    const cloud = new GenesysCloud(genesysAccess(io.env, environment.genesys_region), pace);
    const plan = await prepared(input, { environment, file: file.path, place, limits, kinds, now, signal }, cloud, io);
    if (signal.aborted) return INTERRUPTED;
    return new Backfilling(input, plan, cloud, signal, io).run(environment);
  });
}

/** The advice where Genesys Cloud has not got all records yet. */
const LATER = "the same command fetches it once Genesys Cloud has it";

/** A page of a thousand records is large, and a night's work should outlive a network that is gone for minutes. */
const PATIENCE = { tries: 8, unansweredTries: 8, answerMs: 120_000 };

/** One run of the command, from what it would do to what it did. */
class Backfilling {
  constructor(
    private readonly input: BackfillInput,
    private readonly plan: Prepared,
    private readonly cloud: GenesysCloud,
    private readonly signal: AbortSignal,
    private readonly io: Io,
  ) {}

  async run(environment: Environment): Promise<number> {
    const { json, yes = false, "dry-run": dry } = this.input.values;
    const { plan, io } = this;
    if (!json) io.stdout(planLines(plan));
    const missing = plan.notYet.length > 0 ? 1 : 0;
    if (plan.units.length === 0)
      return this.#say(
        "nothing-to-fetch",
        missing ? `nothing can be fetched yet; ${LATER}` : "there is nothing to fetch",
        missing,
      );
    if (dry) return this.#say("would-fetch", "nothing was fetched (--dry-run)", missing);
    // Files in a folder of one's own harm nobody.
    const stopped = await unconfirmed(`Put them to ${plan.where}?`, yes || "folder" in plan.place, io);
    return stopped ?? (await this.#fetch(await this.#output(environment)));
  }

  async #output(environment: Environment): Promise<Output> {
    const { place, busName } = this.plan;
    if ("folder" in place) return folderOutput(place.folder, place.shown);
    const aws = await Aws.open(environment, this.io.env, "backfill");
    if ("bucket" in place) return bucketOutput(aws, place.bucket, place.prefix);
    return busOutput(aws.at(PUTS_A_SECOND), busArn(environment, busName), (ms) => waiting(ms, this.signal));
  }

  async #fetch(output: Output): Promise<number> {
    const { plan, cloud, signal, io } = this;
    const { state, stopped, units, asked, envelope, stream } = plan;
    mkdirSync(state.folder, { recursive: true });
    const unlock = locked(
      join(state.folder, "lock"),
      shown(join(state.folder, "lock"), io),
      "backfill to the same place",
    );
    const following = new Following(plan, io);
    try {
      if (!state.isCurrent())
        throw new FilesProblem("another run has gone on meanwhile; run it again to see what is left");
      if (!stopped) state.begin({ asked, units });
      const told = following.tell.bind(following);
      const all = { cloud, envelope, stream, output, wait: waiting, signal, told };
      const isDone = await new Backfill(state, state.plan?.units ?? units, all).run();
      following.end();
      return isDone ? this.#end() : this.#interrupted();
    } finally {
      following.end();
      unlock();
    }
  }

  #end(): number {
    const { notYet, where, state } = this.plan;
    const { events, refused } = state.at;
    const counts = Object.entries(events).map(([kind, count]) => `${kind} (${count})`);
    const code = notYet.length > 0 || refused > 0 ? 1 : 0;
    const left = refused > 0 ? `; ${plural(refused, "event")} could not be put there` : "";
    if (!this.input.values.json) this.io.stderr(notYetLines(notYet));
    const later = notYet.length > 0 ? `, but for what is named above: ${LATER}` : "";
    const line = `${joined(counts) || "no records"}: all to ${where}${left}${later}`;
    this.#say("fetched", line, code);
    state.end();
    return code;
  }

  #interrupted(): number {
    this.#say("interrupted", "interrupted: the same command goes on with the rest", 1);
    return INTERRUPTED;
  }

  #say(outcome: Outcome, line: string, code: number): number {
    const { at } = this.plan.state;
    if (this.input.values.json) this.io.json(resultJson(outcome, this.plan, at), 2);
    else if (code === 0) this.io.stdout(line);
    else this.io.stderr(line);
    return code;
  }
}
