import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ENVELOPE_FIELDS } from "../genesys/envelope";
import { fieldsOf } from "../genesys/fields";
import { append } from "../text/group-by";
import { valueAt } from "../text/value";

/**
 * `data/event-fields.json`: by topic, the path of every value that a sample event or the payload's model has beside what every
 * event has, with its kinds. Written by `npm run docs`; a test compares the two.
 */
export function eventFields(data: string): string {
  const models: Record<string, Record<string, string[]>> = json(join(data, "payload-fields.json"));
  const samples = new Map<string, Fields[]>();
  for (const event of sampleEvents(data)) append(samples, event["detail-type"], fieldsOf(event));
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

/** `data/unseen-fields.json`: by topic, the paths that the payload's model has and no sample event. */
export function unseenFields(data: string): string {
  const models: Record<string, Fields> = json(join(data, "payload-fields.json"));
  const events = sampleEvents(data);
  const unseen = Object.entries(models).map(([topic, fields]): [string, string[]] => {
    const own = events.filter((event) => event["detail-type"] === topic);
    return [
      topic,
      Object.keys(fields).filter((path) => own.every((event) => valueAt(event, path.split(".")) === undefined)),
    ];
  });
  return `${JSON.stringify(Object.fromEntries(unseen.filter(([, paths]) => paths.length > 0)), null, 2)}\n`;
}

function sampleEvents(data: string): { "detail-type": string }[] {
  const folder = join(data, "sample-events");
  return readdirSync(folder)
    .sort()
    .map((file) => json(join(folder, file)));
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
