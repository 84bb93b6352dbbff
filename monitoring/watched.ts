import type { AlarmKind } from "../aws/alarm-kind";
import { parseArn } from "../aws/arn";
import type { Dimensions } from "../aws/monitored";
import { deadLetterQueueName, type Place } from "../aws/names";
import { destinationType } from "../destinations";
import type { DestinationKeys, DestinationType } from "../destinations/destination-type";
import { deliveryArn } from "../destinations/parts/creation";
import { destinationFunctions } from "../destinations/parts/functions";
import { namesOf, type Renamed, ruleName } from "../schema/identity";
import { streamType } from "../streams";
import { functionsOf } from "../streams/parts/functions";
import { monitoringOf } from "../streams/parts/monitored";
import type { StreamKeys } from "../streams/stream-keys";
import type { StreamMonitoring, StreamType } from "../streams/stream-type";

/** The parts of an environment that monitoring reads; the checks have them before the whole is right. */
export interface Watchable extends Place {
  readonly name: string;
  readonly organization_id?: string | undefined;
  readonly streams: Readonly<Record<string, StreamKeys>>;
  readonly rules: Readonly<Record<string, WatchableRule>>;
  readonly destinations: Readonly<Record<string, DestinationKeys>>;
}

interface WatchableRule extends Renamed {
  readonly name?: string | undefined;
  readonly stream: string;
  readonly targets: readonly { readonly destination: string }[];
}

export interface WatchedRule {
  readonly bus: string;
  readonly name: string;
}

export interface WatchedStream {
  readonly key: string;
  /** The names that it has had in the file; names in AWS have the first. */
  readonly names: readonly string[];
  readonly type: StreamType;
  readonly monitored: StreamMonitoring;
  readonly bus: string;
  readonly rules: readonly WatchedRule[];
  readonly silence_minutes: number | undefined;
  readonly enabled: boolean;
  /** The functions of ours that feed it, by their names in AWS. */
  readonly functions: readonly string[];
}

export interface WatchedDestination {
  readonly key: string;
  readonly names: readonly string[];
  readonly type: DestinationType;
  /** The alarms of its own. */
  readonly alarms: readonly AlarmKind[];
  /** The streams and the rules that deliver there. */
  readonly streams: readonly string[];
  readonly rules: readonly WatchedRule[];
  /** The dimensions of its metrics; undefined where CloudWatch has none in this account and region. */
  readonly dimensions: Dimensions | undefined;
  /** The functions of ours that it needs, by their names in AWS. */
  readonly functions: readonly string[];
  /** The words for what it is charged by where its type's prices do not hold. */
  readonly chargedBy: string | undefined;
}

/** The things in a stack that have metrics, by the names that CloudWatch knows. */
export interface Watched extends Place {
  readonly environment: string;
  readonly streams: readonly WatchedStream[];
  /** The destinations that a rule delivers to. */
  readonly destinations: readonly WatchedDestination[];
  readonly deadLetterQueue: string;
}

export function watched(environment: Watchable, busOf: (stream: string) => string): Watched {
  const { name, aws_account_id, aws_region } = environment;
  const rulesOf = (wanted: (rule: WatchableRule) => boolean): WatchedRule[] =>
    Object.entries(environment.rules).flatMap(([rule, keys]) =>
      wanted(keys) ? [{ name: ruleName(rule, keys), bus: busOf(keys.stream) }] : [],
    );
  return {
    environment: name,
    aws_account_id,
    aws_region,
    deadLetterQueue: deadLetterQueueName(name),
    streams: Object.entries(environment.streams).map(([key, keys]) => ({
      key,
      names: namesOf(key, keys),
      type: streamType(keys.type),
      monitored: monitoringOf(streamType(keys.type), keys),
      bus: busOf(key),
      rules: rulesOf(({ stream }) => stream === key),
      // A stream that is switched off is silent on purpose.
      silence_minutes: keys.enabled ? keys.silence_minutes : undefined,
      enabled: keys.enabled,
      functions: functionsOf(streamType(keys.type), environment, key, keys).map(({ name }) => name),
    })),
    destinations: Object.entries(environment.destinations).flatMap(([key, keys]): WatchedDestination[] => {
      const rules = rulesOf(({ targets }) => targets.some(({ destination }) => destination === key));
      if (rules.length === 0) return [];
      const streams = Object.keys(environment.streams).filter((stream) =>
        rules.some(({ bus }) => bus === busOf(stream)),
      );
      const type = destinationType(keys.type);
      return [
        {
          key,
          names: namesOf(key, keys),
          type,
          alarms: type.monitored.alarms.filter((kind) => type.watches?.(keys, kind) ?? true),
          streams,
          rules,
          dimensions: dimensionsOf(environment, type, key, keys),
          functions: destinationFunctions(environment, key, keys).map(({ name }) => name),
          chargedBy: type.chargedBy?.(keys),
        },
      ];
    }),
  };
}

function dimensionsOf(
  environment: Watchable,
  { monitored }: DestinationType,
  key: string,
  keys: DestinationKeys,
): Dimensions | undefined {
  const arn = deliveryArn(environment, key, keys);
  // In another region there are only buses, which have no metrics of their own.
  const here = arn !== undefined && parseArn(arn).account === environment.aws_account_id;
  return !here ? undefined : monitored.dimensions?.(arn);
}
