import type { Input, Options } from "../command";
import { operatingOptions } from "../operating";

export const options = {
  stream: {
    type: "string",
    value: "S",
    offers: {},
    help: "the stream whose archive is replayed",
    default: "the only stream that has an archive",
  },
  from: {
    type: "string",
    value: "TIME",
    offers: {},
    help: "the time of the first events: ISO 8601 with a zone, or how long ago, such as 30m, 2h or 3d",
  },
  to: {
    type: "string",
    value: "TIME",
    offers: {},
    help: "the time up to which events are replayed, in the same forms",
    default: "ten minutes ago, since an event takes up to that long until it is archived",
  },
  rules: {
    type: "string",
    value: "RULES",
    multiple: true,
    offers: {},
    help: "only these rules get the events: names with commas between them; may be repeated",
    default: "every rule of the stream in the file; other rules on the bus get nothing",
  },
  "dry-run": { type: "boolean", help: "show what would be replayed, and start nothing" },
  yes: { type: "boolean", short: "y", help: "start, or cancel, without asking" },
  again: { type: "boolean", help: "replay also what was replayed to these rules before" },
  cancel: { type: "boolean", help: "cancel the replay that runs; what it has sent stays sent" },
  ...operatingOptions,
} as const satisfies Options;

export type ReplayInput = Input<typeof options>;

/** Returns why a command line cannot be meant; undefined where it can. */
export function wrongUse({ values, positionals }: ReplayInput): string | undefined {
  const [file, other] = positionals;
  if (file === undefined) return "replay wants FILE, an environment's file or its name";
  if (other !== undefined) return `replay takes one FILE, and not ${other} besides`;
  if (values.policy) return undefined;
  if (values.cancel && values.again) return "--again cannot stand beside --cancel";
  if (values.from === undefined && !values.cancel) return "replay wants --from, the time of the first events";
  if (values.from === undefined && values.to !== undefined) return "--to means nothing without --from";
  return undefined;
}
