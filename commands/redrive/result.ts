import { deadLetterQueueName } from "../../aws/names";
import type { Environment } from "../../config/model";
import { genesysEnvelope } from "../../genesys/envelope";
import { Mask } from "../../operate/masked";
import type { DeadLetters } from "../../operate/redrive/dead-letters";
import type { Group } from "../../operate/redrive/groups";
import type { Outcome } from "../../operate/redrive/redrive";
import { remedyOf } from "../../operate/redrive/remedies";
import { streamType } from "../../streams";
import { timeText } from "../time";
import type { RedriveInput } from "./options";

export interface Seen {
  readonly environment: Environment;
  readonly queue: Pick<DeadLetters, "state" | "isCut">;
  readonly groups: readonly Group[];
  /** What became of each group, where anything was sent. */
  readonly outcomeOf?: (group: Group) => Outcome;
  /** The ids of messages that may have arrived more than once. */
  readonly again?: readonly string[];
}

/** All that is told of a queue. */
export interface Told extends Seen {
  readonly json: ReturnType<typeof asJson>;
  readonly messages: number;
  /** How many are chosen, and how many of those can be sent back. */
  readonly chosen: number;
  readonly sendable: number;
  readonly isDone: boolean;
}

export function told(seen: Seen, input: RedriveInput): Told {
  const chosen = seen.groups.filter((group) => group.chosen);
  const staying = sum(chosen, stayingOf);
  const outcomes = seen.outcomeOf && chosen.map(seen.outcomeOf);
  return {
    ...seen,
    json: asJson(seen, input),
    messages: sum(seen.groups, ({ count }) => count),
    chosen: sum(chosen, ({ count }) => count),
    sendable: sum(chosen, ({ count }) => count) - staying,
    isDone:
      staying === 0 &&
      !(seen.queue.isCut && input.values.limit === undefined) &&
      sum(outcomes ?? [], ({ refused, unknown, left, undeleted }) => refused + unknown + left + undeleted) === 0,
  };
}

export function sum<Thing>(things: readonly Thing[], of: (thing: Thing) => number): number {
  return things.reduce((total, thing) => total + of(thing), 0);
}

export const stayingOf = ({ staying }: Group) => [...staying.values()].reduce((total, count) => total + count, 0);

function asJson(seen: Seen, { values }: RedriveInput) {
  const { environment, queue, groups, outcomeOf, again } = seen;
  const mask = values["show-personal-data"] ? undefined : new Mask();
  return {
    environment: environment.name,
    queue: deadLetterQueueName(environment.name),
    messages: sum(groups, ({ count }) => count),
    in_flight: queue.state.inFlight,
    retention_seconds: queue.state.retentionSeconds,
    complete: !queue.isCut,
    groups: groups.map((group) => ({
      cause: { code: group.code || null, message: group.message || null },
      rule: group.addressed.rule ?? null,
      destination: group.addressed.destination ?? null,
      rule_arn: group.ruleArn ?? null,
      target_arn: group.targetArn ?? null,
      chosen: group.chosen,
      messages: group.count,
      oldest: timeText(group.oldest),
      newest: timeText(group.newest),
      lost_from: timeText(lostFrom(group, seen)),
      remedy: remedyOf(group.code),
      sendable: group.count - stayingOf(group),
      staying: [...group.staying].map(([reason, messages]) => ({ reason, messages })),
      sample: sampleOf(group, environment, mask),
      ...(outcomeOf && group.chosen && { outcome: outcomeJson(outcomeOf(group)) }),
    })),
    ...(again && { may_have_arrived_twice: again }),
  };
}

function outcomeJson({ before, error, ...counts }: Outcome) {
  return { ...counts, sent_before: before, error: error ?? null };
}

/** Returns when SQS deletes the oldest message of a group. */
export function lostFrom({ oldest }: Group, { queue }: Seen): Date {
  return new Date(oldest.getTime() + queue.state.retentionSeconds * 1000);
}

/** Returns the sample's event as it may be seen; null where its body is none. */
function sampleOf({ sample, addressed }: Group, environment: Environment, mask: Mask | undefined) {
  if (sample.event === undefined) return null;
  const stream = addressed.stream === undefined ? undefined : environment.streams[addressed.stream];
  const envelope = stream === undefined ? genesysEnvelope : streamType(stream.type).envelope;
  return mask === undefined ? sample.event : mask.event(sample.event, envelope);
}
