import { TerraformOutput, type TerraformStack } from "cdktf";
import type { KeyUse } from "../aws/key-use";
import { policy } from "../aws/policy";
import type { Environment } from "../config/model";
import { creationOf } from "../destinations/parts/creation";
import { destinationFunctions } from "../destinations/parts/functions";
import type { BusLog } from "../modules/bus-log";
import type { DeadLetterQueue } from "../modules/dead-letter-queue";
import type { Receiver } from "../modules/destination";
import { functionKeyUse } from "../modules/function";
import { kmsKeyStatements } from "../modules/kms-key-policy";
import { hasAlarmTopic } from "../modules/monitoring/alarm-topic";
import type { MadeStream } from "../modules/stream";

/** The parts of a stack that others refer to. */
export interface Made {
  readonly streams: readonly MadeStream[];
  readonly rules: readonly (readonly [name: string, arn: string])[];
  readonly receivers: readonly Receiver[];
  readonly deadLetters: DeadLetterQueue;
  readonly logs: readonly BusLog[];
}

/** Adds the outputs that people need to work with a stack: where events come, rest and go. */
export function addOutputs(stack: TerraformStack, environment: Environment, made: Made): void {
  const { streams, rules, receivers, deadLetters, logs } = made;
  const output = (name: string, entries: readonly (readonly [name: string, value: unknown])[]) =>
    new TerraformOutput(stack, name, { value: Object.fromEntries(entries) });

  output(
    "event_buses",
    streams.map(({ stream, made: bus }) => [stream, { name: bus.name, arn: bus.arn }]),
  );
  output("rules", rules);
  output(
    "destinations",
    receivers.map(({ key, arn }) => [key, arn]),
  );
  output("dead_letter_queue", [
    ["arn", deadLetters.arn],
    ["url", deadLetters.queue.url],
  ]);
  const archives = streams.flatMap(({ stream, archive }) => (archive ? [[stream, archive.arn] as const] : []));
  if (archives.length > 0) output("archives", archives);
  const groups = logs.map(({ stream, groupName }) => [stream, groupName] as const);
  if (groups.length > 0) output("bus_log_groups", groups);
  for (const name of [...new Set(streams.flatMap(({ outputs }) => Object.keys(outputs)))].sort())
    output(
      name,
      streams.flatMap(({ stream, outputs }) => (outputs[name] === undefined ? [] : [[stream, outputs[name]] as const])),
    );
  const keyPolicy = kmsKeyPolicy(environment, made);
  if (keyPolicy !== undefined) {
    new TerraformOutput(stack, "kms_key_policy", {
      description: keyUses(environment, receivers).some(({ connection }) => connection)
        ? "What the policy of kms_key_arn must contain; the key must also have the tag EventBridgeApiDestinations = true"
        : "What the policy of kms_key_arn must contain",
      value: keyPolicy,
    });
  }
}

/** Returns what the policy of the environment's key must contain, where it has one. */
export function kmsKeyPolicy(environment: Environment, { streams, receivers, logs }: Made): string | undefined {
  if (environment.kms_key_arn === undefined) return undefined;
  const statements = kmsKeyStatements(environment, {
    buses: streams.map(({ busArn }) => busArn),
    archivedBuses: streams.filter(({ archive }) => archive !== undefined).map(({ busArn }) => busArn),
    rules: streams.map(({ ruleArn }) => ruleArn),
    busLogGroups: logs.map(({ groupArn }) => groupArn),
    uses: [...keyUses(environment, receivers), ...streams.flatMap(({ keyUses }) => keyUses)],
    alarmTopic: hasAlarmTopic(environment),
  });
  return policy(statements);
}

/** Returns how the destinations that the stack makes use its key: the others have keys of their own. */
function keyUses(environment: Environment, receivers: readonly Receiver[]): KeyUse[] {
  return receivers.flatMap(({ key, keys, type, arn }) => [
    ...(creationOf(keys) !== undefined && type.keyUse !== undefined ? [type.keyUse(environment, arn)] : []),
    ...destinationFunctions(environment, key, keys).map((plan) => functionKeyUse(environment, plan)),
  ]);
}
