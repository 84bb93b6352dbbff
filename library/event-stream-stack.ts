import { resolve } from "node:path";
import { App, type TerraformElement, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { fillStack, nameInAddress } from "../stacks/event-stream";
import type { Environment } from "./environment";
import type { DeadLetterQueue, EventBus, EventStreams } from "./event-streams";
import { modelOf } from "./models";
import { referTo, refuseSameAddresses } from "./refer";

/** Settings of an `EventStreamStack` that no environment has. */
export interface EventStreamStackOptions {
  /**
   * The folder where a local state lies, and where a relative path of the file's `state` begins.
   *
   * Default: the working directory, which is that of cdktf.json under CDKTF's command line.
   */
  readonly stateFolder?: string | undefined;
}

/**
 * An environment as a stack: providers, backend, integration, buses, rules, targets and all that they need to deliver, with the addresses and
 * names that the program's `synth` writes, so that either can go on where the other was used. The app may add constructs of its own.
 */
export class EventStreamStack extends TerraformStack implements EventStreams {
  /** The event bus of each stream, by the stream's name. */
  readonly eventBuses: Readonly<Record<string, EventBus>>;
  /** The ARN of each rule, by the rule's name in the file. */
  readonly ruleArns: Readonly<Record<string, string>>;
  /** The ARN of each destination, by its name in the file. */
  readonly destinationArns: Readonly<Record<string, string>>;
  /** The URL of each stream to which others send, by the stream's name: what to give to the sender. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** The stack's queue for events that could not be delivered. */
  readonly deadLetterQueue: DeadLetterQueue;
  /** The statements, as JSON, that the policy of `kms_key_arn` must contain; undefined where the file names no key. */
  readonly kmsKeyPolicy: string | undefined;

  /**
   * @param scope - the app
   * @param environment - what `readEnvironment` returns, as it is; its name is the stack's
   * @param options - what no environment says
   */
  constructor(scope: Construct, environment: Environment, options: EventStreamStackOptions = {}) {
    super(scope, environment.name);
    const stack = resolve(App.of(this).outdir, "stacks", environment.name);
    const project = resolve(options.stateFolder ?? process.cwd());
    const model = modelOf(environment);
    const refer = referTo(model, fillStack(this, model, { project, stack }));
    this.eventBuses = refer.eventBuses;
    this.ruleArns = refer.ruleArns;
    this.destinationArns = refer.destinationArns;
    this.endpoints = refer.endpoints;
    this.deadLetterQueue = refer.deadLetterQueue;
    this.kmsKeyPolicy = refer.kmsKeyPolicy;
    refuseSameAddresses(this);
  }

  /** Returns the name that the program gives what it makes, and CDKTF's own for what the app adds. */
  protected override allocateLogicalId(element: TerraformElement): string {
    const { scope, id } = element.node;
    return scope === this && /^[a-z0-9_]+\.[^.]+$/.test(id) ? nameInAddress(element) : super.allocateLogicalId(element);
  }
}
