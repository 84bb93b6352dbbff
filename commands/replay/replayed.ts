import type { Environment } from "../../config/model";
import { FilesProblem } from "../../files/files-problem";
import type { Aws } from "../../operate/aws/aws";
import { ReplayAccount, type SeenReplay } from "../../operate/replay/account";
import { descriptionOf } from "../../operate/replay/earlier";
import { type Plan, planOf } from "../../operate/replay/plan";
import { replayPolicy } from "../../operate/replay/policy";
import type { Range } from "../../operate/replay/range";
import { refusedRange } from "../../operate/replay/refusal";
import { INTERRUPTED, unconfirmed } from "../confirm";
import type { Io } from "../io";
import { openedEnvironment, printPolicy } from "../operating";
import { timeText } from "../time";
import { askedOf, rangeOf } from "./asked";
import { cancelled } from "./cancelled";
import { refusedDoubles } from "./doubles";
import { endOf, startedLine } from "./end";
import { follow } from "./following";
import { planLines } from "./lines";
import type { ReplayInput } from "./options";
import { type Outcome, resultJson } from "./result";

/** Does what the command line asks for. */
export async function replayed(input: ReplayInput, io: Io): Promise<number> {
  const [word = ""] = input.positionals;
  if (input.values.policy) return printPolicy(word, replayPolicy, io);
  const now = new Date();
  const range = rangeOf(input, now);
  if (typeof range === "string") {
    io.stderr(range);
    return 2;
  }
  const refused = range && !input.values.cancel ? refusedRange(range, now, timeText) : undefined;
  if (refused !== undefined) throw new FilesProblem(refused);
  const opened = await openedEnvironment(word, "replay", io);
  if (opened === undefined) return 1;
  const account = await ReplayAccount.of(opened.aws);
  try {
    if (range === undefined || input.values.cancel) return await cancelled(input, range, { ...opened, account }, io);
    return await new Replaying(input, { ...opened, account }, io).run(range, now);
  } finally {
    account.close();
  }
}

/** What a replay is done with. */
export interface Opened {
  readonly environment: Environment;
  readonly aws: Aws;
  readonly account: ReplayAccount;
}

/** One run of the command, from what it would do to what it did. */
class Replaying {
  readonly #values: ReplayInput["values"];

  constructor(
    private readonly input: ReplayInput,
    private readonly opened: Opened,
    private readonly io: Io,
  ) {
    this.#values = input.values;
  }

  async run(range: Range, now: Date): Promise<number> {
    const { account, aws, environment } = this.opened;
    const asked = askedOf(this.input, environment, range);
    const plan = await planOf(account, aws, asked, now, timeText);
    const { running, last } = plan.standing;
    if (!this.#values.json) this.io.stdout(planLines(plan));
    if (running !== undefined) return this.#follow(plan, running);
    const again = this.#values.again ? undefined : refusedDoubles(plan);
    if (again !== undefined && last?.state === "COMPLETED") {
      const line = `${last.name} has replayed this already; --again replays it once more, and every target gets it twice`;
      return this.#say("replayed-before", plan, last, line, 0);
    }
    const refused = again ?? plan.full;
    if (refused !== undefined) return this.#say("refused", plan, last, refused, 1);
    if (this.#values["dry-run"]) return this.#say("would-start", plan, undefined, "nothing was started (--dry-run)", 0);
    const stopped = await unconfirmed(
      `Replay to ${plan.rules.map(({ rule }) => rule).join(", ")}?`,
      this.#values.yes === true,
      this.io,
    );
    return stopped ?? this.#start(plan);
  }

  async #follow(plan: Plan, running: SeenReplay): Promise<number> {
    if (this.#values["dry-run"])
      return this.#say(
        "would-follow",
        plan,
        running,
        `${running.name} replays this now; nothing was started (--dry-run)`,
        0,
      );
    if (this.#values.again) this.io.stderr("--again starts nothing while the same replay runs");
    this.io.stderr(`${running.name} replays this already, and is followed; nothing was started`);
    return this.#end("followed", plan, running.name);
  }

  async #start(plan: Plan): Promise<number> {
    const { wanted, standing, archive } = plan;
    const { from, to } = wanted.range;
    const started = await this.opened.account.start({
      name: standing.next,
      description: descriptionOf(wanted),
      archiveArn: archive.arn,
      busArn: archive.busArn,
      from,
      to,
      rules: wanted.rules,
    });
    this.io.stderr(startedLine(standing.next, started));
    return this.#end(started ? "started" : "followed", plan, standing.next);
  }

  async #end(outcome: Outcome, plan: Plan, name: string): Promise<number> {
    const replay = await follow(this.opened.account, name, this.io);
    if (replay === undefined) {
      this.io.stderr(`${name} goes on in AWS; the same command follows it, and with --cancel cancels it`);
      return INTERRUPTED;
    }
    const { line, code } = endOf(replay, plan);
    return this.#say(outcome, plan, replay, line, code);
  }

  #say(outcome: Outcome, plan: Plan, replay: SeenReplay | undefined, line: string, code: number): number {
    if (this.#values.json) this.io.json(resultJson(outcome, plan, replay, line), 2);
    else if (code === 0) this.io.stdout(line);
    else this.io.stderr(line);
    return code;
  }
}
