import { isBucketWord } from "../../operate/aws/bucket-place";
import type { Input, Options } from "../command";

export const options = {
  event: {
    type: "string",
    value: "EVENTS",
    multiple: true,
    help: "a file or a folder of events, s3://BUCKET/PREFIX, or - for the standard input; may be repeated",
    offers: { files: [".json", ".ndjson", ".jsonl", ".gz"] },
  },
  exact: {
    type: "boolean",
    help: "take events as they are; otherwise each gets the source, account and region of the stream that sends its topic",
  },
  summary: { type: "boolean", help: "only count events and bytes, for archives of any size" },
  threads: {
    type: "string",
    value: "N",
    help: "the threads that an archive is read by, 1 to 64; what is printed is the same",
    default: "as many as there are cores, 8 at most",
    offers: {},
  },
  state: {
    type: "string",
    value: "FOLDER",
    help: "the folder in which it is kept how far a --summary of a bucket is",
    default: ".genesys-eventbridge/ beside the environment's file",
    offers: {},
  },
  verify: {
    type: "boolean",
    help: "compare the events in <environment>.events/, beside FILE, with what is expected of them",
  },
  update: { type: "boolean", help: "with --verify: write down what happens now as what is expected" },
  json: { type: "boolean", help: "for other programs: one line an event" },
  live: {
    type: "boolean",
    help: "ask AWS the same (TestEventPattern, with your credentials) and show where it says otherwise",
  },
  policy: {
    type: "boolean",
    help: "print the IAM policy that reading the buckets of --event needs, and do nothing",
  },
} as const satisfies Options;

/** Returns what is wrong with the options together; undefined where nothing is. */
export function wrongUse({ values, positionals }: Input<typeof options>): string | undefined {
  if (positionals.length !== 1) return "trace wants one environment FILE";
  const events = (values.event ?? []).length;
  if (values.threads !== undefined && !/^(?:[1-9]|[1-5]\d|6[0-4])$/.test(values.threads))
    return `--threads ${values.threads} is no number of threads; write 1 to 64`;
  if (values.policy) return undefined;
  if (values.live && values.event?.some(isBucketWord)) return "--live takes files and folders; name no bucket";
  if (values.verify)
    return events > 0 || values.summary || values.json
      ? "--verify reads its own events; leave out --event, --summary and --json"
      : undefined;
  if (values.update) return "--update means nothing without --verify";
  return events === 0 ? "trace wants --event EVENTS, or --verify" : undefined;
}
