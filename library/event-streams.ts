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

/** The parts of an environment's streams that other constructs of an app refer to. */
export interface EventStreams {
  /** The event bus of each stream, by the stream's name. */
  readonly eventBuses: Readonly<Record<string, EventBus>>;
  /** The ARN of each rule, by the rule's name in the file. */
  readonly ruleArns: Readonly<Record<string, string>>;
  /** The ARN of each destination, by its name in the file. */
  readonly destinationArns: Readonly<Record<string, string>>;
  /** The URL of each stream to which others send, by the stream's name: what to give to the sender. The values are tokens of CDKTF. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** The queue for events that could not be delivered. */
  readonly deadLetterQueue: DeadLetterQueue;
  /** The statements, as JSON, that the policy of `kms_key_arn` must contain; undefined where the file names no key. */
  readonly kmsKeyPolicy: string | undefined;
}
