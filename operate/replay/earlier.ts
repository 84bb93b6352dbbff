import { replayName } from "../../aws/names";
import type { Environment } from "../../config/model";
import { isAwsError } from "../aws/aws-problem";
import { type DescribedReplay, isActive, type ReplayAccount, type SeenReplay } from "./account";
import { common, type Range, stepOf } from "./range";
import type { ArchivedStream } from "./stream";

/** What is to be replayed. */
export interface Wanted {
  readonly environment: Environment;
  readonly stream: ArchivedStream;
  readonly range: Range;
  /** The ARNs of the rules. */
  readonly rules: readonly string[];
  /** The times as they were written, where they mean another moment in a minute; a replay that is running knows itself by them. */
  readonly words: string | undefined;
}

/** An earlier replay that sent, or is sending, some of what is wanted to some of the same rules. */
export interface Double {
  readonly replay: SeenReplay;
  /** The part of the range that comes again. */
  readonly range: Range;
  /** The ARNs of the rules that got it; undefined where AWS does not let us see which. */
  readonly rules: readonly string[] | undefined;
}

/** How what is wanted stands to what was replayed before. */
export interface Standing {
  /** The name of the next replay of just this. */
  readonly next: string;
  /** Just this, running now. */
  readonly running: SeenReplay | undefined;
  /** Just this, in whatever state the last one ended. */
  readonly last: SeenReplay | undefined;
  readonly doubles: readonly Double[];
}

/** Earlier replays that are looked at one by one; of those beyond, the rules stay unknown. */
const LOOKED_AT = 20;

/** Returns how what is wanted stands to the archive's replays of the last 90 days, which is how long AWS knows them. */
export async function standing(account: ReplayAccount, wanted: Wanted): Promise<Standing> {
  const all = await account.replays({ EventSourceArn: wanted.stream.archiveArn });
  const first = nameOf(wanted, 1);
  const same = all
    .flatMap((replay) => {
      const number = numberOf(replay.name, first);
      return number === undefined ? [] : [{ number, replay }];
    })
    .sort((a, b) => b.number - a.number);
  const others = all
    .flatMap((replay) => {
      const range = common(covered(replay), wanted.range);
      return range === undefined && !isActive(replay) ? [] : [{ replay, range }];
    })
    .sort((a, b) => (b.replay.began?.getTime() ?? 0) - (a.replay.began?.getTime() ?? 0));
  const doubles: Double[] = [];
  let running = same.find(({ replay }) => isActive(replay))?.replay;
  for (const [index, { replay, range }] of others.entries()) {
    const described = index < LOOKED_AT ? await seenInFull(account, replay) : undefined;
    if (running === undefined && described && isActive(replay) && isSameInWords(described, wanted)) running = described;
    if (range === undefined) continue;
    const rules = described === undefined ? undefined : shared(described.rules, wanted.rules);
    if (rules === undefined || rules.length > 0) doubles.push({ replay, range, rules });
  }
  return { next: nameOf(wanted, (same[0]?.number ?? 0) + 1), running, last: same[0]?.replay, doubles };
}

/** Says in a replay's description how its times were written. */
export function descriptionOf({ words, environment, stream }: Wanted): string {
  return `genesys-eventbridge replay ${environment.name} --stream ${stream.key}${words === undefined ? "" : ` ${words}`}`;
}

function isSameInWords({ description, rules }: DescribedReplay, wanted: Wanted): boolean {
  const { words } = wanted;
  return words !== undefined && description === descriptionOf(wanted) && sorted(rules) === sorted(wanted.rules);
}

const sorted = (words: readonly string[]) => [...words].sort().join("\n");

function nameOf({ environment, stream, range, rules }: Wanted, number: number): string {
  const what = [stream.archiveArn, range.from.toISOString(), range.to.toISOString(), sorted(rules)].join("\n");
  return replayName(environment.name, stream.called, what, number);
}

/** `dev-audit-0a1b2c3d-2` is the second of `dev-audit-0a1b2c3d`. */
function numberOf(name: string, first: string): number | undefined {
  if (name === first) return 1;
  const [, number] = name.startsWith(`${first}-`) ? (/^(\d{1,4})$/.exec(name.slice(first.length + 1)) ?? []) : [];
  return number === undefined ? undefined : Number(number);
}

/** What a replay has sent, or will have sent. Of one that was stopped, the step that it was in counts as not sent. */
export function covered(replay: SeenReplay): Range {
  const { from, to, reached, state } = replay;
  if (state === "COMPLETED" || isActive(replay)) return { from, to };
  return { from, to: reached === undefined ? from : stepOf(reached) };
}

/** Returns undefined where AWS does not let us see it, as where somebody else has named it. */
async function seenInFull(account: ReplayAccount, { name }: SeenReplay): Promise<DescribedReplay | undefined> {
  try {
    return await account.describe(name);
  } catch (error) {
    if (isAwsError(error, "AccessDeniedException", "ResourceNotFoundException")) return undefined;
    throw error;
  }
}

/** A replay without rules went to all of the bus. */
function shared(theirs: readonly string[], ours: readonly string[]): readonly string[] {
  return theirs.length === 0 ? ours : ours.filter((arn) => theirs.includes(arn));
}
