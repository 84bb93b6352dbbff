import { EVENT_AGE_SECONDS, TAGS } from "../../aws/limits";
import { arn, type Place, tags } from "../../aws/names";
import { resourcePolicy } from "../../aws/policy";
import type { Environment } from "../../config/model";
import { rulePattern } from "../../config/pattern";
import type { StreamBus } from "../buses";
import type { Run } from "./names";
import { endingAt } from "./until";
import type { Wanted } from "./wanted";

/** A rule that a run makes on a bus. */
export interface TailRule {
  readonly stream: string;
  readonly bus: string;
  readonly arn: string;
  readonly pattern: string;
}

/** All that a run makes, under one name. */
export interface Plan {
  readonly run: Run;
  readonly place: Place;
  readonly description: string;
  readonly rules: readonly TailRule[];
  readonly queueArn: string;
  /** The queue's attributes, as SQS takes them. */
  readonly queue: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** The time that the queue keeps an event. Less than the in-flight limit of a queue (120,000) at the rate at which events are read. */
const KEPT_SECONDS = 900;
/** The longest that SQS hides an event that was received: none is shown again before it is gone. */
const HIDDEN_SECONDS = 43_200;

/** The target of each rule. */
export const TARGET_ID = "tail";

/** What a target's queue is not yet ready for is tried again, but not for long. */
export const RETRY_POLICY = { MaximumEventAgeInSeconds: EVENT_AGE_SECONDS.min, MaximumRetryAttempts: 185 };

/** Returns what is made to see the events that are wanted. */
export function planOf(
  environment: Environment,
  run: Run,
  wanted: readonly { readonly wanted: Wanted; readonly bus: StreamBus }[],
): Plan {
  const { name } = run;
  const queueArn = arn(environment, "sqs", name);
  const rules = wanted.map(({ wanted: { stream, topics, pattern }, bus: { bus, source, type } }) => ({
    stream,
    bus,
    arn: arn(environment, "events", `rule/${bus}/${name}`),
    pattern: endingAt(rulePattern(source, { topics, pattern }, type.envelope), run.expires),
  }));
  const { kms_key_arn: key } = environment;
  const own = { ...tags(environment.name, environment.tags), "managed-by": "genesys-eventbridge-tail" };
  return {
    run,
    place: environment,
    description: `Made by genesys-eventbridge tail ${environment.name}; not needed after ${run.expires.toISOString()}`,
    rules,
    queueArn,
    queue: {
      MessageRetentionPeriod: String(KEPT_SECONDS),
      VisibilityTimeout: String(HIDDEN_SECONDS),
      ...(key === undefined ? { SqsManagedSseEnabled: "true" } : { KmsMasterKeyId: key }),
      Policy: resourcePolicy(queueArn, {
        Action: "sqs:SendMessage",
        Condition: { ArnEquals: { "aws:SourceArn": rules.map((rule) => rule.arn) } },
      }),
    },
    // The name has it, too, where the owner's tags leave no room.
    tags: Object.fromEntries([...Object.entries(own), ["expires", run.expires.toISOString()] as const].slice(0, TAGS)),
  };
}
