import type { Statement } from "../../../aws/policy";
import type { TargetConfig } from "../../../aws/terraform";
import { eventValue, type StreamEvent } from "../../../trace/event";
import type { Aws } from "../../aws/aws";

/** What a target gets of an event, to the byte, and how. */
export interface Parcel {
  /** The message's id: the same however often it is sent. */
  readonly id: string;
  readonly text: string;
  readonly event: StreamEvent;
  /** The parameters of the target, as its rule has them. */
  readonly parameters: Partial<TargetConfig>;
}

/** What is known of a parcel that was handed over. */
export interface Handed {
  /** True where the target says that it has had this parcel before, and does nothing twice. */
  readonly before: boolean;
  /** How often it was sent, as the SDK tries again where an answer does not come: each time may have arrived. */
  readonly attempts: number;
}

/**
 * Hands a parcel over.
 *
 * @throws AwsProblem where the target did not take it, or gave no answer
 */
export type Send = (parcel: Parcel) => Promise<Handed>;

/** Returns what an answer of AWS says of a parcel that the target has taken. */
export function handed({ $metadata }: { $metadata: { readonly attempts?: number | undefined } }): Handed {
  return { before: false, attempts: $metadata.attempts ?? 1 };
}

/** How targets of one kind are sent to, by the API that EventBridge uses itself. */
export interface Sender {
  /** The service in the target's ARN, and the beginning of the resource there, where the service has several. */
  readonly service: string;
  readonly resource?: string;
  /** Whether its sender uses the key, where it is encrypted with a key of one's own. */
  readonly encrypts?: true;
  /** Returns why an event cannot be sent there by any API. */
  refusal?(event: StreamEvent): string | undefined;
  /** Returns what the caller must be allowed for one target. */
  statements(arn: string): readonly Statement[];
  open(aws: Aws, arn: string): Promise<Send>;
}

/** Returns a parameter that may be a path into the event. */
export function filledIn(value: string, event: StreamEvent): string {
  if (!value.startsWith("$")) return value;
  const found = eventValue(event, value);
  return typeof found === "string" ? found : (JSON.stringify(found) ?? "");
}

export function allow(Action: string | readonly string[], Resource: string | readonly string[]): Statement {
  return { Effect: "Allow", Action, Resource };
}
