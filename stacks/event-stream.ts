import { type TerraformElement, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { tags as tagsOf } from "../aws/names";
import { inventoryOf } from "../config/inventory";
import type { Environment } from "../config/model";
import { ruleTopics } from "../config/rule-view";
import { sendersByDestination } from "../config/senders";
import { configureBackend, type Folders } from "../modules/backend";
import { busLogs, createBusLog } from "../modules/bus-log";
import { createDeadLetterQueue } from "../modules/dead-letter-queue";
import { createDestination } from "../modules/destination";
import { withoutTemplates } from "../modules/escape";
import { createLogPolicy } from "../modules/log-policy";
import { createMonitoring } from "../modules/monitoring";
import { configureProviders, requireTerraform } from "../modules/providers";
import { createRule } from "../modules/rule";
import { namedBuses, organizationId } from "../modules/source";
import { createStream } from "../modules/stream";
import { createTarget } from "../modules/target";
import type { Renamed } from "../schema/identity";
import { topicsOf } from "../streams";
import { addImports } from "./imports";
import { addMoved } from "./moved";
import { addOutputs, type Made } from "./outputs";

/** An environment as a Terraform stack: its sources, buses, rules, targets, and all that these need to deliver. */
export class EventStreamStack extends TerraformStack {
  constructor(scope: Construct, environment: Environment, folders: Folders) {
    super(scope, environment.name);
    fillStack(this, environment, folders);
  }

  protected override allocateLogicalId(element: TerraformElement): string {
    return nameInAddress(element);
  }

  /** Does nothing: CDKTF resolves everything once here to find references between stacks, and there are none. */
  override prepareStack(): void {}
}

/** Returns what follows the last dot of a construct's id, which is its address (modules/address.ts). */
export function nameInAddress({ node: { id } }: TerraformElement): string {
  return id.slice(id.lastIndexOf(".") + 1);
}

/** Makes all that an environment needs in a stack of its own, with backend and outputs. */
export function fillStack(stack: TerraformStack, written: Environment, folders: Folders): Made {
  configureBackend(stack, withoutTemplates(written), folders);
  requireTerraform(stack, written);
  const made = createEventStreams(stack, written);
  addOutputs(stack, withoutTemplates(written), made);
  return made;
}

/** Makes all that an environment needs but backend and outputs, and the providers that the stack has already. */
export function createEventStreams(stack: TerraformStack, written: Environment): Made {
  const environment = withoutTemplates(written);
  const tags = tagsOf(environment.name, environment.tags);
  configureProviders(stack, environment);

  const buses = namedBuses(environment, organizationId(stack, environment));
  const deadLetters = createDeadLetterQueue(stack, environment, buses, tags);
  const streams = new Map(
    buses.map((bus) => [bus.stream, createStream(stack, environment, bus, deadLetters, tags)] as const),
  );

  const senders = sendersByDestination(environment);
  const sendersOf = (destination: string) => buses.filter(({ stream }) => senders.get(destination)?.includes(stream));
  const logs = busLogs(environment);
  const logPolicy = createLogPolicy(stack, environment, sendersOf, logs);
  for (const log of logs) createBusLog(stack, environment, log, known(streams.get(log.stream)), known(logPolicy), tags);
  const receivers = new Map(
    Object.entries(environment.destinations).map((entry) => {
      const [key] = entry;
      return [key, createDestination(stack, environment, entry, sendersOf(key), logPolicy, deadLetters, tags)] as const;
    }),
  );

  const rules = Object.entries(environment.rules).map((entry) => {
    const [name, asked] = entry;
    const stream = known(streams.get(asked.stream));
    const topics = ruleTopics(asked, topicsOf(known(environment.streams[asked.stream])), stream.envelope);
    const rule = createRule(stack, stream, entry, tags);
    for (const target of asked.targets)
      createTarget(stack, rule, { name, topics }, target, known(receivers.get(target.destination)), deadLetters);
    return [name, rule.arn] as const;
  });

  createMonitoring(stack, environment, (stream) => known(streams.get(stream)).bus, tags);
  if (isRenamed(environment)) addMoved(stack, inventoryOf(environment));
  addImports(stack, environment.imports);
  return { streams: [...streams.values()], rules, receivers: [...receivers.values()], deadLetters, logs };
}

/** Returns whether any entry had another name before. */
function isRenamed({ streams, rules, destinations }: Environment): boolean {
  const all = [streams, rules, destinations].flatMap((map): readonly Renamed[] => Object.values(map));
  return all.some(({ renamed_from }) => renamed_from !== undefined);
}

/** Returns a value that a name in the model leads to: the checks have made sure that there is one. */
function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the environment was not checked");
  return value;
}
