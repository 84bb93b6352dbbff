import { TAIL_MINUTES } from "../../aws/defaults";
import type { Input, Options } from "../command";
import { topicOffers } from "../offers";
import { operatingOptions } from "../operating";

export const options = {
  stream: { type: "string", value: "S", offers: {}, help: "only this stream", default: "every stream of the file" },
  rule: { type: "string", value: "R", offers: {}, help: "the events that this rule of the file takes" },
  pattern: {
    type: "string",
    value: "P",
    offers: {},
    help: "the events that match this event pattern: JSON, or file://PATH",
  },
  topic: { type: "string", value: "T", offers: topicOffers, help: "the events of this topic" },
  for: {
    type: "string",
    value: "LENGTH",
    offers: {},
    help: "end after so long, such as 30s, 10m or 1h",
    default: `${TAIL_MINUTES.default}m`,
  },
  count: { type: "string", value: "N", offers: {}, help: "end after so many events" },
  whole: { type: "boolean", help: "print whole events, indented" },
  json: { type: "boolean", help: "print whole events, one a line, for other programs" },
  save: {
    type: "string",
    value: "FOLDER",
    offers: { files: [".ndjson", ".jsonl"] },
    help: "keep each event there as a scenario for trace --verify; or all in one file that ends in .ndjson, for trace --event",
  },
  "show-personal-data": { type: "boolean", help: "mask nothing, neither in what is printed nor in what is saved" },
  "dry-run": { type: "boolean", help: "show what would be made and taken away, and change nothing" },
  clean: { type: "boolean", help: "only take away what earlier runs have left" },
  policy: operatingOptions.policy,
} as const satisfies Options;

/** Returns what is wrong with the options together; undefined where nothing is. */
export function wrongUse({ values, positionals }: Input<typeof options>): string | undefined {
  if (positionals.length !== 1) return "tail wants one environment FILE";
  const asked = (["rule", "pattern", "topic"] as const).filter((name) => values[name] !== undefined);
  if (asked.length > 1) return `--${asked.join(" and --")} cannot stand together; write one of them`;
  if (values.whole && values.json) return "--whole and --json cannot stand together; write one of them";
  if (values.count !== undefined && !/^[1-9]\d{0,8}$/.test(values.count))
    return `--count ${values.count} is no number of events; write 1 or more`;
  if (!values.clean) return undefined;
  const meaningless = (
    ["stream", "rule", "pattern", "topic", "for", "count", "whole", "save", "show-personal-data"] as const
  ).find((name) => values[name] !== undefined);
  return meaningless && `--${meaningless} means nothing with --clean`;
}
