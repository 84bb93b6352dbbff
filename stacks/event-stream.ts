import { type TerraformElement, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { busArn, ruleArn, tags as tagsOf } from "../aws/names";
import { inventoryOf } from "../config/inventory";
import type { Environment } from "../config/model";
import { ruleTopics } from "../config/rule-view";
import { sendersByDestination } from "../config/senders";
import { createArchive } from "../modules/archive";
import { configureBackend, type Folders } from "../modules/backend";
import { createBus, encryptBus } from "../modules/bus";
import { busLogs, createBusLog } from "../modules/bus-log";
import { createDeadLetterQueue } from "../modules/dead-letter-queue";
import { createDestination } from "../modules/destination";
import { withoutTemplates } from "../modules/escape";
import { createLogPolicy } from "../modules/log-policy";
import { createMonitoring } from "../modules/monitoring";
import { ruleArns } from "../modules/permission";
import { configureProviders } from "../modules/providers";
import { createRule } from "../modules/rule";
import { createSchemaDiscovery } from "../modules/schema-discovery";
import { createSource, organizationId } from "../modules/source";
import { createTarget } from "../modules/target";
import { knownAs, type Renamed } from "../schema/identity";
import { topicsOf } from "../streams";
import { addMoved } from "./moved";
import { tell } from "./outputs";

/** An environment as a Terraform stack: its sources, buses, rules, targets, and all that these need to deliver. */
export class EventStreamStack extends TerraformStack {
  constructor(scope: Construct, written: Environment, folders: Folders) {
    super(scope, written.name);
    const environment = withoutTemplates(written);
    const tags = tagsOf(environment.name, environment.tags);
    configureBackend(this, environment, folders);
    configureProviders(this, environment);

    const organization = organizationId(this, environment);
    const streams = new Map(
      Object.entries(environment.streams).map((entry) => {
        const [stream, keys] = entry;
        const { archive, schema_discovery } = keys;
        const source = createSource(this, environment, organization, entry);
        const bus = createBus(this, source, entry, tags);
        const place = { busArn: busArn(environment, source.busName), ruleArn: ruleArn(environment, source.busName) };
        const made = { stream, knownAs: knownAs(stream, keys), source, bus, ...place };
        if (schema_discovery) createSchemaDiscovery(this, made, tags);
        return [stream, { ...made, archive: archive && createArchive(this, environment, archive, made) }];
      }),
    );

    const everybody = [...streams.values()];
    const { kms_key_arn: keyArn } = environment;
    const encrypted = keyArn === undefined ? [] : everybody.map(({ busArn }) => busArn);
    const deadLetters = createDeadLetterQueue(this, environment, [...ruleArns(everybody), ...encrypted], tags);
    if (keyArn !== undefined) for (const { bus } of everybody) encryptBus(bus, keyArn, deadLetters);
    const senders = sendersByDestination(environment);
    const receivers = Object.entries(environment.destinations).map((entry) => {
      const sending = everybody.filter(({ stream }) => senders.get(entry[0])?.includes(stream));
      return createDestination(this, environment, entry, sending, tags);
    });
    const logged = receivers.filter(
      ({ permission, senders }) => permission.kind === "log-policy" && senders.length > 0,
    );
    const logs = busLogs(environment);
    if (logged.length > 0 || logs.length > 0) {
      const policy = createLogPolicy(this, environment, logged, logs);
      for (const { ready } of logged) ready.push(policy);
      for (const log of logs) createBusLog(this, environment, log, known(streams.get(log.stream)), policy, tags);
    }

    const receiverOf = new Map(receivers.map((receiver) => [receiver.key, receiver]));
    const rules = Object.entries(environment.rules).map((entry) => {
      const [name, asked] = entry;
      const { source, bus } = known(streams.get(asked.stream));
      const topics = ruleTopics(asked, topicsOf(known(environment.streams[asked.stream])));
      const rule = createRule(this, source, bus, entry, tags);
      for (const target of asked.targets)
        createTarget(this, rule, { name, topics }, target, known(receiverOf.get(target.destination)), deadLetters);
      return [name, rule.arn] as const;
    });

    createMonitoring(this, environment, (stream) => known(streams.get(stream)).source.busName, tags);
    if (isRenamed(environment)) addMoved(this, inventoryOf(environment));
    tell(this, environment, { streams: everybody, rules, receivers, deadLetters, logs });
  }

  /** A construct's id is its address (modules/address.ts); what follows the last dot names it. */
  protected override allocateLogicalId(element: TerraformElement): string {
    const { id } = element.node;
    return id.slice(id.lastIndexOf(".") + 1);
  }

  /** Without what CDKTF does here: it resolves everything once to find references between stacks, of which there are none. */
  override prepareStack(): void {}
}

/** Whether any entry had another name before. */
function isRenamed({ streams, rules, destinations }: Environment): boolean {
  const all = [streams, rules, destinations].flatMap((map): readonly Renamed[] => Object.values(map));
  return all.some(({ renamed_from }) => renamed_from !== undefined);
}

/** The checks have seen to it that every name in the model leads somewhere. */
function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the environment was not checked");
  return value;
}
