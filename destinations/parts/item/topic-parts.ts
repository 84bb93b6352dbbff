import type { Fault } from "../../../text/issue";
import type { Path } from "../../../text/value";
import type { CheckedDestination } from "../../destination-type";
import { type ItemValue, topicPart } from "./value";

/** A key whose value may be a part of the topic. */
interface TopicPart {
  readonly at: Path;
  readonly value: ItemValue | undefined;
  /** What becomes of events where the part is one word in all of them; left out where that is of use. */
  readonly ifFixed?: string;
}

/** Finds parts of topics that are none, and those that tell no event from another. */
export function topicPartFaults(parts: readonly TopicPart[], { path, uses }: CheckedDestination): Fault[] {
  const topics = [...new Set(uses.flatMap(({ topics }) => topics))].filter((topic) => !topic.includes("*"));
  return parts.flatMap(({ at, value, ifFixed }): Fault[] => {
    const part = value === undefined ? undefined : topicPart(value);
    if (part === undefined) return [];
    const short = topics.find((topic) => topic.split(".").length <= part);
    const place = [...path, ...at];
    if (short !== undefined)
      return [
        {
          id: "topic-part",
          path: place,
          message: `${short} has no part ${part}: it has 0 to ${short.split(".").length - 1}; ${advice(short)}`,
        },
      ];
    const [first] = topics;
    if (ifFixed === undefined || first === undefined || topics.some((topic) => isId(topic.split(".")[part]))) return [];
    const message = `is "${first.split(".")[part]}" in every event of ${first}, so that ${ifFixed}; ${advice(first)}`;
    return [{ id: "topic-part-fixed", severity: "warning", path: place, message }];
  });
}

const isId = (part: string | undefined) => part !== undefined && /^\{.*\}$|^[0-9a-f-]{36}$/.test(part);

function advice(topic: string): string {
  const ids = topic.split(".").flatMap((part, index) => (isId(part) ? [`topic[${index}]`] : []));
  return ids.length === 0 ? "write a path into the event" : `the ids of that topic are ${ids.join(" and ")}`;
}
