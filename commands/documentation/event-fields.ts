import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ENVELOPE_FIELDS } from "../../config/event-envelope";
import { fieldsOf } from "../../config/topics/fields";

/**
 * `data/event-fields.json`: by topic, the path of every value that a sample event or the payload's model has beside what every
 * event has, with its kinds. Written by `npm run docs`; a test compares the two.
 */
export function eventFields(data: string): string {
  const models: Record<string, Record<string, string[]>> = json(join(data, "payload-fields.json"));
  const byTopic = new Map(Object.entries(models));
  for (const file of readdirSync(join(data, "sample-events")).sort()) {
    const event: { "detail-type": string } = json(join(data, "sample-events", file));
    const known = { ...byTopic.get(event["detail-type"]) };
    for (const [path, kinds] of Object.entries(fieldsOf(event))) {
      if (path in ENVELOPE_FIELDS) continue;
      known[path] = [...new Set([...(known[path] ?? []), ...kinds])].sort();
    }
    byTopic.set(event["detail-type"], known);
  }
  const lines = [...byTopic].sort().map(([topic, fields]) => {
    const entries = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
    return ` ${JSON.stringify(topic)}: ${JSON.stringify(Object.fromEntries(entries), null, 2)
      .replaceAll("\n", "\n ")
      .replace(/\[\s+([^\]]*?)\s+\]/g, "[$1]")}`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

function json(file: string) {
  return JSON.parse(readFileSync(file, "utf8"));
}
