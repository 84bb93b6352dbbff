import type { Input, Options } from "../command";
import { operatingOptions } from "../operating";

export const options = {
  stream: {
    type: "string",
    value: "S",
    offers: {},
    help: "the stream",
    default: "the only one that subscribes to topics",
  },
  print: { type: "boolean", help: "print events, and put none on the bus" },
  for: {
    type: "string",
    value: "LENGTH",
    offers: {},
    help: "end after so long, such as 30s, 10m or 1h",
    default: "until Ctrl+C",
  },
  whole: { type: "boolean", help: "with --print: print whole events, indented" },
  json: { type: "boolean", help: "with --print: print whole events, one a line, for other programs" },
  "show-personal-data": { type: "boolean", help: "with --print: mask nothing" },
  "dry-run": { type: "boolean", help: "say how many subscriptions and channels there would be, and open none" },
  policy: operatingOptions.policy,
} as const satisfies Options;

/** Returns what is wrong with the options together; undefined where nothing is. */
export function wrongUse({ values, positionals }: Input<typeof options>): string | undefined {
  if (positionals.length !== 1) return "bridge wants one environment FILE";
  if (values.whole && values.json) return "--whole and --json cannot stand together; write one of them";
  if (values.print) return undefined;
  const meaningless = (["whole", "json", "show-personal-data"] as const).find((name) => values[name]);
  return meaningless && `--${meaningless} means nothing without --print`;
}
