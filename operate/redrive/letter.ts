import type { Message } from "@aws-sdk/client-sqs";
import { isMap, jsonIn } from "../../text/value";
import type { StreamEvent } from "../../trace/event";

/** A message of a dead-letter queue, as EventBridge writes it, and whatever else writes in its form. */
export interface Letter {
  /** The id that SQS gave it, which stays the same however often it is received. */
  readonly id: string;
  /** What SQS wants to hear before it deletes it or gives it back; another each time. */
  readonly receipt: string;
  readonly body: string;
  /** The event, as it came on the bus; undefined where the body is none. */
  readonly event: StreamEvent | undefined;
  /** `ERROR_CODE` and `ERROR_MESSAGE`; empty where the message has none. */
  readonly code: string;
  readonly message: string;
  /** The ARNs of the rule and of the target, where the message names them. */
  readonly rule: string | undefined;
  readonly target: string | undefined;
  /** When it came into the queue. */
  readonly came: Date;
}

/**
 * Reads a message. EventBridge puts the event into the body as the bus had it, whatever the target would have got of it, and the rest
 * into attributes (EventBridge user guide, "Using dead-letter queues", 2026-11). Lambda calls its own two otherwise.
 */
export function letterOf({ MessageId = "", ReceiptHandle = "", Body = "", ...message }: Message): Letter {
  const attribute = (...names: readonly string[]) =>
    names.map((name) => message.MessageAttributes?.[name]?.StringValue).find((value) => value !== undefined);
  return {
    id: MessageId,
    receipt: ReceiptHandle,
    body: Body,
    event: eventIn(Body),
    code: attribute("ERROR_CODE", "ErrorCode") ?? "",
    message: attribute("ERROR_MESSAGE", "ErrorMessage") ?? "",
    rule: attribute("RULE_ARN"),
    target: attribute("TARGET_ARN"),
    came: new Date(Number(message.Attributes?.SentTimestamp ?? 0)),
  };
}

/** The fields without which a body is no whole event, so that nobody can say what a target should get of it. */
const NEEDED = ["id", "source", "account", "region", "time", "detail-type"] as const;

function eventIn(body: string): StreamEvent | undefined {
  const value = jsonIn(body);
  if (!isMap(value) || !("detail" in value)) return undefined;
  const { "detail-type": topic, source } = value;
  if (typeof topic !== "string" || typeof source !== "string") return undefined;
  return NEEDED.every((name) => typeof value[name] === "string")
    ? { ...value, "detail-type": topic, source }
    : undefined;
}
