import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ENVELOPE_FIELDS } from "../genesys/envelope";
import { fieldsOf } from "../genesys/fields";
import { append } from "../text/group-by";

/**
 * `data/event-fields.json`: by topic, the path of every value that a sample event or the payload's model has beside what every
 * event has, with its kinds. Written by `npm run docs`; a test compares the two.
 */
export function eventFields(data: string): string {
  const models: Record<string, Record<string, string[]>> = json(join(data, "payload-fields.json"));
  const samples = new Map<string, Fields[]>();
  for (const file of readdirSync(join(data, "sample-events")).sort()) {
    const event: { "detail-type": string } = json(join(data, "sample-events", file));
    append(samples, event["detail-type"], fieldsOf(event));
  }
  const byTopic = new Map<string, Fields>(Object.entries(models));
  for (const [topic, events] of samples) byTopic.set(topic, ofTopic(models[topic] ?? {}, events));
  const lines = [...byTopic].sort().map(([topic, fields]) => {
    const entries = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
    return ` ${JSON.stringify(topic)}: ${JSON.stringify(Object.fromEntries(entries), null, 2)
      .replaceAll("\n", "\n ")
      .replace(/\[\s+([^\]]*?)\s+\]/g, "[$1]")}`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

type Fields = Readonly<Record<string, readonly string[]>>;

/**
 * Returns the fields of a topic, of the payload's model and of sample events; what a sample has not may be absent from others
 * too.
 */
function ofTopic(model: Fields, samples: readonly Fields[]): Record<string, string[]> {
  const paths = new Set([model, ...samples].flatMap((fields) => Object.keys(fields)));
  const known: Record<string, string[]> = {};
  for (const path of paths) {
    if (path in ENVELOPE_FIELDS || path === "resources") continue;
    const kinds = [model, ...samples].flatMap((fields) => fields[path] ?? []);
    const everywhere = samples.every((fields) => path in fields);
    known[path] = [...new Set([...kinds, ...(everywhere ? [] : ["absent"])])].sort();
  }
  return known;
}

function json(file: string) {
  return JSON.parse(readFileSync(file, "utf8"));
}
