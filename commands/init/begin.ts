import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnvironment } from "../../config/environment";
import { literal } from "../../config/schema-wording";
import { issueText } from "../../text/issue";
import type { Input } from "../command";
import { type Io, placesOf, shown } from "../io";

/** Writes the file of an environment that passes `check`, or none. */
export function begin({ values, positionals: [name = "dev"] }: Input, io: Io): number {
  const { account, region, suffix, topic = [], destination = [] } = values;
  const types = [destination].flat().map(String);
  const file = {
    aws_account_id: account,
    aws_region: region,
    streams: { events: { event_source_suffix: suffix, topic_filters: topic } },
    rules: { events: { stream: "events", targets: types } },
    destinations: Object.fromEntries(types.map((type) => [type, { type }])),
  };
  const text = Object.entries(file)
    .map(([key, value]) => `${key} = ${literal(value)}\n`)
    .join("");
  const { folder } = placesOf(io);
  const path = join(folder, `${name}.tfvars`);
  const { issues } = parseEnvironment({ name, path: shown(path, io), bytes: Buffer.from(text) });
  for (const issue of issues) io.stderr(issueText(issue));
  if (issues.some(({ severity }) => severity === "error")) return 1;
  if (existsSync(path)) {
    io.stderr(`${shown(path, io)} is there already; edit it, or write another name`);
    return 1;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text, { flag: "wx" });
  io.stdout(`written: ${shown(path, io)}`);
  return 0;
}
