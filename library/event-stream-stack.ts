import { resolve } from "node:path";
import { App, type TerraformElement, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { createEventStreams, nameInAddress } from "../stacks/event-stream";
import type { Environment } from "./environment";
import { modelOf } from "./models";

/** An event bus of a stack. The values are tokens of CDKTF, also for other stacks of the app. */
export interface EventBus {
  /** The bus's name in AWS. */
  readonly name: string;
  /** The bus's ARN. */
  readonly arn: string;
}

/** The queue of what could not be delivered. The values are tokens of CDKTF. */
export interface DeadLetterQueue {
  /** The queue's ARN. */
  readonly arn: string;
  /** The queue's URL. */
  readonly url: string;
}

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
export class EventStreamStack extends TerraformStack {
  /** The event bus of each stream, by the stream's name. */
  readonly eventBuses: Readonly<Record<string, EventBus>>;
  /** The ARN of each rule, by the rule's name in the file. */
  readonly ruleArns: Readonly<Record<string, string>>;
  /** The ARN of each destination, by its name in the file. */
  readonly destinationArns: Readonly<Record<string, string>>;
  /** The stack's queue for events that could not be delivered. */
  readonly deadLetterQueue: DeadLetterQueue;

  /**
   * @param scope - the app
   * @param environment - what `readEnvironment` returns, as it is; its name is the stack's
   * @param options - what no environment says
   */
  constructor(scope: Construct, environment: Environment, options: EventStreamStackOptions = {}) {
    super(scope, environment.name);
    const stack = resolve(App.of(this).outdir, "stacks", environment.name);
    const project = resolve(options.stateFolder ?? process.cwd());
    const made = createEventStreams(this, modelOf(environment), { project, stack });
    const buses = made.streams.map(({ stream, made: { name, arn } }) => [stream, { name, arn }] as const);
    this.eventBuses = Object.fromEntries(buses);
    this.ruleArns = Object.fromEntries(made.rules);
    this.destinationArns = Object.fromEntries(made.receivers.map(({ key, arn }) => [key, arn]));
    this.deadLetterQueue = { arn: made.deadLetters.queue.arn, url: made.deadLetters.queue.url };
  }

  /** Returns the name that the program gives what it makes, and CDKTF's own for what the app adds. */
  protected override allocateLogicalId(element: TerraformElement): string {
    const { scope, id } = element.node;
    return scope === this && /^[a-z0-9_]+\.[^.]+$/.test(id) ? nameInAddress(element) : super.allocateLogicalId(element);
  }
}
