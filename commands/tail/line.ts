import type { Envelope } from "../../genesys/envelope";
import { tellingOf } from "../../operate/tail/telling";
import { type StreamEvent, topicIn } from "../../trace/event";
import type { Line } from "../printing";

/** Returns one line: when it happened, on which stream where there are several, the topic, the event's id, and what tells it from others. */
export function eventLine(event: StreamEvent, envelope: Envelope, stream?: string): Line {
  const { time, id } = event;
  const fields = tellingOf(event, envelope).map(
    ({ name, value }) => `${name}=${/[\s=]/.test(value) ? JSON.stringify(value) : value}`,
  );
  const head = [typeof time === "string" ? time : "no time", ...(stream === undefined ? [] : [stream])];
  return {
    parts: [
      { style: "dim", text: `${head.join("  ")}  ` },
      { style: "cyan", text: topicIn(event, envelope.topicField) || "no topic" },
      { style: "dim", text: `  ${typeof id === "string" ? id : "no id"}` },
      fields.length > 0 ? `  ${fields.join(" ")}` : "",
    ],
  };
}
