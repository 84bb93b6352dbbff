import { perMillion } from "../../aws/prices";
import type { Environment } from "../../config/model";
import { destinationType } from "../../destinations";
import { FilesProblem } from "../../files/files-problem";
import type { Aws } from "../aws/aws";
import type { Archive, LiveRule, ReplayAccount } from "./account";
import { countsOf } from "./counts";
import { type Standing, standing, type Wanted } from "./earlier";
import type { Range } from "./range";
import { oldestKept, refusedArchive, refusedNumber, type Shown } from "./refusal";
import { type ArchivedStream, keepsNothingFor, type StreamRule } from "./stream";

/** A target that gets what its rule matches. */
export interface PlannedTarget {
  readonly destination: string;
  readonly type: string;
  /** What becomes of an event that comes a second time. */
  readonly repeat: string;
}

export interface PlannedRule {
  readonly rule: string;
  readonly arn: string;
  /** The events that it matched in that time, about; undefined where CloudWatch has no figure. */
  readonly matched: number | undefined;
  readonly targets: readonly PlannedTarget[];
}

/** A rule of the file that gets nothing, and why. */
export interface LeftOut {
  readonly rule: string;
  /** Its name in AWS. */
  readonly name: string;
  readonly why: string;
}

/** What a replay would do. */
export interface Plan {
  readonly stream: string;
  readonly range: Range;
  readonly archive: Archive & { readonly name: string };
  readonly rules: readonly PlannedRule[];
  readonly leftOut: readonly LeftOut[];
  /** The bus's other rules by their names in AWS, which get nothing: they were not named, or are not of this file. */
  readonly otherRules: readonly string[];
  /** The events that came on the bus in that time, about. */
  readonly arrived: number | undefined;
  /** Why CloudWatch could not be asked. */
  readonly uncounted: string | undefined;
  /** The part of the range from which nothing can come, and why. */
  readonly gaps: readonly string[];
  /** What AWS takes for it, at most, in US dollars; without what targets cost. */
  readonly dollars: number | undefined;
  readonly wanted: Wanted;
  readonly standing: Standing;
  /** Why it cannot start though it is right; undefined where it can. */
  readonly full: string | undefined;
}

/** What a command line asks for. */
export interface Asked {
  readonly environment: Environment;
  readonly stream: ArchivedStream;
  readonly range: Range;
  readonly words: string | undefined;
  /** The rules, and whether they were named one by one. */
  readonly rules: readonly StreamRule[];
  readonly named: boolean;
}

/**
 * Looks into the account, and says what a replay would do.
 *
 * @throws FilesProblem where AWS would refuse it, or it would send nothing
 */
export async function planOf(account: ReplayAccount, aws: Aws, asked: Asked, now: Date, shown: Shown): Promise<Plan> {
  const { stream, range, words, environment } = asked;
  const archive = await account.archive(stream.archive);
  if (archive === undefined)
    throw new FilesProblem(`there is no archive ${stream.archive} in the account; deploy ${environment.name} first`);
  const refused = refusedArchive(archive, stream, range, now, shown);
  if (refused !== undefined) throw new FilesProblem(refused);
  const bus = archive.busArn.slice(archive.busArn.indexOf("/") + 1);
  const live = await account.rules(bus);
  const { chosen, leftOut } = sorted(asked, live);
  const wanted = { environment, stream, range, rules: chosen.map(({ arn }) => arn), words };
  const [stands, counts, starting, running] = await Promise.all([
    standing(account, wanted),
    countsOf(
      aws,
      { key: stream.key, keys: stream.keys, bus },
      chosen.map(({ name }) => name),
      range,
      now,
    ),
    account.replays({ State: "STARTING" }),
    account.replays({ State: "RUNNING" }),
  ]);
  const counted = typeof counts === "string" ? undefined : counts;
  const told = new Set([...chosen, ...leftOut].map(({ name }) => name));
  return {
    stream: stream.key,
    range,
    archive: { ...archive, name: stream.archive },
    rules: chosen.map(({ key, name, arn, rule }) => ({
      rule: key,
      arn,
      matched: counted?.matched.get(name),
      targets: rule.targets.map(({ destination }) => targetOf(environment, destination)),
    })),
    leftOut,
    otherRules: live.filter(({ name, managed }) => !managed && !told.has(name)).map(({ name }) => name),
    arrived: counted?.arrived,
    uncounted: typeof counts === "string" ? counts : undefined,
    gaps: gapsOf(archive, range, now, shown),
    dollars: counted?.arrived === undefined ? undefined : (counted.arrived * perMillion.event) / 1e6,
    wanted,
    standing: stands,
    full: refusedNumber([...starting, ...running]),
  };
}

type Chosen = StreamRule & { readonly arn: string };

/** Returns the rules that get events, and those that do not. */
function sorted({ rules, named, stream }: Asked, live: readonly LiveRule[]) {
  const byName = new Map(live.map((rule) => [rule.name, rule]));
  const chosen: Chosen[] = [];
  const leftOut: LeftOut[] = [];
  for (const one of rules) {
    const found = byName.get(one.name);
    const why = whyNot(found, keepsNothingFor(stream, one.rule));
    if (found !== undefined && why === undefined) chosen.push({ ...one, arn: found.arn });
    else leftOut.push({ rule: one.key, name: one.name, why: why ?? "" });
  }
  const [first] = leftOut;
  if (first !== undefined && (named || chosen.length === 0))
    throw new FilesProblem(...leftOut.map(({ rule, why }) => `the rule ${rule} would get nothing: ${why}`));
  if (chosen.length === 0)
    throw new FilesProblem(`no rule takes events of the stream ${stream.key}; write one and deploy`);
  return { chosen, leftOut };
}

function whyNot(live: LiveRule | undefined, nothingKept: boolean): string | undefined {
  if (live === undefined) return "it is not on the bus; deploy first";
  if (!live.enabled) return "it is disabled in AWS; enable it first";
  return nothingKept ? "the archive's pattern keeps none of its topics" : undefined;
}

function targetOf({ destinations }: Environment, destination: string): PlannedTarget {
  const type = destinations[destination]?.type ?? "";
  return { destination, type, repeat: destinationType(type).notes.repeat };
}

function gapsOf(archive: Archive, { from }: Range, now: Date, shown: Shown): string[] {
  const oldest = oldestKept(archive, now);
  return [
    ...(archive.created && from < archive.created
      ? [`the archive was made at ${shown(archive.created)}; what came before is not in it`]
      : []),
    ...(oldest && from < oldest
      ? [`the archive keeps ${archive.retentionDays} days; what came before ${shown(oldest)} is deleted`]
      : []),
  ];
}
