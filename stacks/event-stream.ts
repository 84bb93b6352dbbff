import { type TerraformElement, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { Environment } from "../config/model";
import { ruleArn, tags as tagsOf } from "../config/names";
import { configureBackend, type Folders } from "../modules/backend";
import { createBus } from "../modules/bus";
import { createDeadLetterQueue } from "../modules/dead-letter-queue";
import { createDestination } from "../modules/destination";
import { withoutTemplates } from "../modules/escape";
import { kmsKeyStatements } from "../modules/kms-key-policy";
import { createLogPolicy } from "../modules/log-policy";
import { ruleArns } from "../modules/permission";
import { policy } from "../modules/policy";
import { configureProviders } from "../modules/providers";
import { createRule } from "../modules/rule";
import { createSource, organizationId } from "../modules/source";
import { createTarget } from "../modules/target";

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
        const [key] = entry;
        const source = createSource(this, environment, organization, entry);
        const sender = { stream: key, ruleArn: ruleArn(environment, source.name) };
        return [key, { source, bus: createBus(this, source, entry, tags), sender }];
      }),
    );

    const everybody = [...streams.values()].map(({ sender }) => sender);
    const deadLetters = createDeadLetterQueue(this, environment, ruleArns(everybody), tags);
    const senders = sendersByDestination(environment);
    const receivers = Object.entries(environment.destinations).map((entry) => {
      const sending = everybody.filter(({ stream }) => senders.get(entry[0])?.has(stream));
      return createDestination(this, environment, entry, sending, tags);
    });
    const logged = receivers.filter(
      ({ permission, senders }) => permission.kind === "log-policy" && senders.length > 0,
    );
    if (logged.length > 0) {
      const policy = createLogPolicy(this, environment, logged);
      for (const { ready } of logged) ready.push(policy);
    }

    const receiverOf = new Map(receivers.map((receiver) => [receiver.key, receiver]));
    const rules = Object.entries(environment.rules).map((entry) => {
      const [name, { stream, targets }] = entry;
      const { source, bus } = known(streams.get(stream));
      const rule = createRule(this, source, bus, entry, tags);
      for (const target of targets)
        createTarget(this, rule, name, target, known(receiverOf.get(target.destination)), deadLetters);
      return [name, rule.arn];
    });

    this.#output(
      "event_buses",
      [...streams].map(([key, { bus }]) => [key, { name: bus.name, arn: bus.arn }]),
    );
    this.#output("rules", rules);
    this.#output(
      "destinations",
      receivers.map(({ key, arn }) => [key, arn]),
    );
    this.#output("dead_letter_queue", [
      ["arn", deadLetters.arn],
      ["url", deadLetters.queue.url],
    ]);
    if (environment.kms_key_arn !== undefined) {
      const made = (type: string) => receivers.filter(({ keys }) => keys.type === type && keys.arn === undefined);
      const groups = made("cloudwatch_logs").map(({ arn }) => arn);
      new TerraformOutput(this, "kms_key_policy", {
        description: "What the policy of kms_key_arn must contain",
        value: policy(kmsKeyStatements(environment, groups, made("firehose").length > 0)),
      });
    }
  }

  /** A construct's id is its address (modules/address.ts); what follows the last dot names it. */
  protected override allocateLogicalId(element: TerraformElement): string {
    const { id } = element.node;
    return id.slice(id.lastIndexOf(".") + 1);
  }

  /** Without what CDKTF does here: it resolves everything once to find references between stacks, of which there are none. */
  override prepareStack(): void {}

  #output(name: string, entries: unknown[][]): void {
    new TerraformOutput(this, name, { value: Object.fromEntries(entries) });
  }
}

function sendersByDestination({ rules }: Environment): Map<string, Set<string>> {
  const senders = new Map<string, Set<string>>();
  for (const { stream, targets } of Object.values(rules)) {
    for (const { destination } of targets) {
      senders.set(destination, (senders.get(destination) ?? new Set()).add(stream));
    }
  }
  return senders;
}

/** The checks have seen to it that every name in the model leads somewhere. */
function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the environment was not checked");
  return value;
}
