import { valueAt } from "../../../text/value";

/** A value of an event for an item: `topic[2]`, a part of detail.topicName between its dots, or a path into the event. */
export type ItemValue = string;

const TOPIC_PART = /^topic\[(\d+)\]$/;

/** Returns the part of the topic that is asked for, counted from 0; undefined where a path is. */
export function topicPart(value: ItemValue): number | undefined {
  const [, part] = TOPIC_PART.exec(value) ?? [];
  return part === undefined ? undefined : Number(part);
}

/** Returns the value as an expression of JSONata over `$event`, which is nothing where the event has none. */
export function expression(value: ItemValue): string {
  const part = topicPart(value);
  if (part !== undefined)
    return `($type($event.detail.topicName) = "string" ? $split($event.detail.topicName, ".")[${part}])`;
  return `$event.${value.replace(/[\w-]+(?=\.|\[|$)/g, "`$&`").replace(/\[`(\d+)`\]/g, "[$1]")}`;
}

/** Returns the value as the expression has it: a list on the way without an index is walked through, as JSONata does. */
export function readValue(value: ItemValue, event: unknown): unknown {
  const part = topicPart(value);
  if (part !== undefined) {
    const topic = valueAt(event, ["detail", "topicName"]);
    return typeof topic === "string" ? topic.split(".")[part] : undefined;
  }
  return [...value.matchAll(STEP)].reduce<unknown>(
    (node, [name, index]) => (index === undefined ? named(node, name) : indexed(node, Number(index))),
    event,
  );
}

const STEP = /\[(\d+)\]|[\w-]+/g;

/** A name below a list is looked up in each element; one value that is found is that value, and no list. */
function named(node: unknown, name: string): unknown {
  if (!Array.isArray(node)) return valueAt(node, [name]);
  const found = node.flatMap((element: unknown) => named(element, name) ?? []);
  return found.length > 1 ? found : found[0];
}

/** What is no list counts as one of itself. */
function indexed(node: unknown, index: number): unknown {
  return Array.isArray(node) ? node[index] : index === 0 ? node : undefined;
}
