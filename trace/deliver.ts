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
}

/** Returns what happens to an event on its way to one destination. */
export function deliver(
  environment: Environment,
  { target, destination, input }: Sent,
  event: StreamEvent,
  around: Surroundings,
): Delivery {
  const type = destinationType(destination.type);
  const parameters = type.parameters?.(destination, target) ?? {};
  const sent = missingParameter(parameters, event) ?? payload(input, event, around);
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

/** The part of a delivery that a summary counts. */
export type Weight = { readonly bytes: number; readonly doubts: readonly string[] } | { readonly lost: string };

/**
 * Returns the same as `deliver` would, as far as a summary counts it.
 *
 * @param size of the event as it stands here; no text is made of a whole event
 */
export function weigh(
  { target, destination, input }: Sent,
  event: StreamEvent,
  around: Surroundings,
  size: () => number,
): Weight {
  const type = destinationType(destination.type);
  const missing = missingParameter(type.parameters?.(destination, target) ?? {}, event);
  if (missing !== undefined) return missing;
  if (input.kind === "event") {
    const bytes = size();
    return { bytes, doubts: tooLarge(type, bytes) };
  }
  const sent = payload(input, event, around);
  if ("lost" in sent) return sent;
  const bytes = Buffer.byteLength(sent.text);
  return { bytes, doubts: doubts(type, input, event, sent, bytes) };
}

/**
 * Returns the loss where a required parameter has no value: EventBridge then sends nothing, without an error (user guide, "Event
 * bus targets", 2026-11).
 */
function missingParameter(
  { kinesisTarget, sqsTarget }: Partial<TargetConfig>,
  event: StreamEvent,
): { readonly lost: string } | undefined {
  const key = kinesisTarget?.partitionKeyPath;
  const group = sqsTarget?.messageGroupId;
  const wanted: [string | undefined, string][] = [
    [key, "partition key"],
    [group?.startsWith("$") ? group : undefined, "message group"],
  ];
  for (const [path, noun] of wanted) {
    if (path === undefined || hasText(eventValue(event, path))) continue;
    return { lost: `the event has no ${path} for a ${noun}, without which EventBridge delivers nothing` };
  }
  return undefined;
}

const hasText = (value: unknown) => value !== undefined && value !== null && value !== "";

/** Returns the reasons why EventBridge or the destination may refuse it. */
function doubts(
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

function tooLarge({ type, payloadBytes }: ReturnType<typeof destinationType>, bytes: number): string[] {
  return payloadBytes !== undefined && bytes > payloadBytes ? [`${type} takes ${payloadBytes} bytes at most`] : [];
}
