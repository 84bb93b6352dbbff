import { deadLetterQueueName } from "../aws/names";
import type { TargetConfig } from "../aws/terraform";
import type { Destination, Environment, Target } from "../config/model";
import type { TargetInput } from "../config/target-input";
import { destinationType } from "../destinations";
import { isJson } from "../input/template";
import { eventValue, type StreamEvent } from "./event";
import { type Arriving, payload, type Surroundings } from "./payload";
import { httpRequest } from "./request";
import type { Delivery } from "./trace";

/** A target of a rule, with all that does not depend on the event. */
export interface Sent {
  readonly target: Target;
  readonly destination: Destination;
  readonly input: TargetInput;
  readonly required: readonly Required[];
  /** True where a stream gives the event what is required. */
  readonly requiresEnvelope: boolean;
}

/** A path at which an event must have a value. */
export interface Required {
  readonly path: string;
  /** What the value is for, such as "partition key". */
  readonly noun: string;
}

/** Returns what an event must have for a target's parameters. */
export function requiredFor({
  kinesisTarget,
  sqsTarget,
}: Partial<TargetConfig>): Pick<Sent, "required" | "requiresEnvelope"> {
  const key = kinesisTarget?.partitionKeyPath;
  const group = sqsTarget?.messageGroupId;
  const required = [
    ...(key === undefined ? [] : [{ path: key, noun: "partition key" }]),
    ...(group?.startsWith("$") ? [{ path: group, noun: "message group" }] : []),
  ];
  return { required, requiresEnvelope: required.some(({ path }) => /^\$\.(?:source|account|region)\b/.test(path)) };
}

/** Returns what happens to an event on its way to one destination. */
export function deliver(
  environment: Environment,
  { target, destination, input, required }: Sent,
  event: StreamEvent,
  around: Surroundings,
): Delivery {
  const type = destinationType(destination.type);
  const parameters = type.parameters?.(destination, target) ?? {};
  const sent = missingParameter(required, event) ?? payload(input, event, around);
  const request = httpRequest(
    type.endpoint?.(destination),
    parameters.httpTarget,
    event,
    "text" in sent ? sent.text : undefined,
  );
  const terms = {
    destination: target.destination,
    type: destination.type,
    ...(request && { request }),
    ...(type.writes && { written: type.writes(destination, event) }),
    retry_attempts: target.retry_attempts,
    max_event_age_seconds: target.max_event_age_seconds,
    dead_letter_queue: target.dead_letter ? deadLetterQueueName(environment.name) : null,
  };
  if ("lost" in sent) return { ...terms, delivered: false, payload: null, lost: sent.lost, bytes: 0, doubts: [] };
  const bytes = Buffer.byteLength(sent.text);
  return { ...terms, delivered: true, payload: sent.text, bytes, doubts: doubts(type, input, event, sent, bytes) };
}

/**
 * Returns the loss where a required parameter has no value: EventBridge then sends nothing, without an error (user guide, "Event
 * bus targets", 2026-11).
 */
export function missingParameter(
  required: readonly Required[],
  event: StreamEvent,
): { readonly lost: string } | undefined {
  for (const { path, noun } of required) {
    if (!hasText(eventValue(event, path)))
      return { lost: `the event has no ${path} for a ${noun}, without which EventBridge delivers nothing` };
  }
  return undefined;
}

const hasText = (value: unknown) => value !== undefined && value !== null && value !== "";

/** Returns the reasons why EventBridge or the destination may refuse it. */
export function doubts(
  type: ReturnType<typeof destinationType>,
  input: TargetInput,
  event: StreamEvent,
  { text, isJson: isKnown }: Arriving,
  bytes: number,
): string[] {
  const found = tooLarge(type, bytes);
  if (input.kind === "path" && eventValue(event, input.path) === undefined)
    found.push(`the event has no ${input.path}: nobody has shown what EventBridge sends then`);
  else if (!isKnown && !isJson(text))
    found.push("is no JSON: a text with a quote, a backslash or a line break in it has broken it");
  return found;
}

export function tooLarge({ type, payloadBytes }: ReturnType<typeof destinationType>, bytes: number): string[] {
  return payloadBytes !== undefined && bytes > payloadBytes ? [`${type} takes ${payloadBytes} bytes at most`] : [];
}
