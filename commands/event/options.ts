import type { Input, Options } from "../command";
import { environmentOffers } from "../offers";

export const options = {
  set: {
    type: "string",
    value: "PATH=VALUE",
    multiple: true,
    help: "give a field this value: JSON, or else text; may be repeated",
    offers: {},
  },
  count: { type: "string", value: "N", help: "so many events, or conversations", default: "1", offers: {} },
  seed: {
    type: "string",
    value: "S",
    help: "a whole number; another one makes other events",
    default: "1",
    offers: {},
  },
  conversation: {
    type: "boolean",
    help: "all events of a conversation in their order, from the customer's start to the work after it",
  },
  environment: {
    type: "string",
    value: "FILE",
    offers: environmentOffers,
    help: "events as they come on a stream of this environment: its source, account and region",
  },
  stream: {
    type: "string",
    value: "NAME",
    help: "with --environment: this stream",
    default: "the only one that sends the topic",
    offers: {},
  },
} as const satisfies Options;

export type Given = Input<typeof options>;

const LARGEST_SEED = 2 ** 32 - 1;

/** Returns what is wrong with the options together; undefined where nothing is. */
export function wrongUse({ values, positionals }: Given): string | undefined {
  const { conversation, count = "1", seed = "1", set = [], stream, environment } = values;
  if (conversation && positionals.length > 0) return "--conversation is of several topics, and takes no TOPIC";
  if (!conversation && positionals.length !== 1)
    return `event wants one TOPIC, or --conversation${positionals.length > 1 ? "; write a call for each topic" : ""}`;
  if (!/^[1-9]\d{0,14}$/.test(count)) return `--count ${count} is no number of events; write one such as 100`;
  if (!/^\d{1,10}$/.test(seed) || Number(seed) > LARGEST_SEED)
    return `--seed ${seed} is no whole number from 0 to ${LARGEST_SEED}`;
  const wrong = set.find((text) => !/^[^=]+=/.test(text));
  if (wrong !== undefined)
    return `--set ${wrong} has no value; write it as PATH=VALUE, such as time=2026-01-01T00:00:00Z`;
  return stream !== undefined && environment === undefined ? "--stream wants --environment" : undefined;
}
