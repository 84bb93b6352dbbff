import { REDRIVE_RATE } from "../../aws/defaults";
import type { Input, Options } from "../command";
import { operatingOptions } from "../operating";

export const options = {
  send: { type: "boolean", help: "send back what is chosen, each event to its own target" },
  yes: { type: "boolean", help: "with --send: do not ask first" },
  rule: {
    type: "string",
    multiple: true,
    value: "R",
    offers: {},
    help: "only what this rule of the file was to deliver",
  },
  destination: {
    type: "string",
    multiple: true,
    value: "D",
    offers: {},
    help: "only what was on its way to this destination of the file",
  },
  cause: {
    type: "string",
    multiple: true,
    value: "CODE",
    offers: {},
    help: "only what has this ERROR_CODE, such as NO_PERMISSIONS",
  },
  rate: {
    type: "string",
    value: "N",
    offers: {},
    help: `with --send: at most so many a second, 1 to ${REDRIVE_RATE.max}`,
    default: String(REDRIVE_RATE.default),
  },
  limit: { type: "string", value: "N", offers: {}, help: "with --send: try at most so many events" },
  "show-personal-data": { type: "boolean", help: "mask nothing in the samples" },
  ...operatingOptions,
} as const satisfies Options;

export type RedriveInput = Input<typeof options>;

/** Returns what is wrong with the options together; undefined where nothing is. */
export function wrongUse({ values, positionals }: RedriveInput): string | undefined {
  if (positionals.length !== 1) return "redrive wants one environment FILE";
  for (const name of ["yes", "rate", "limit"] as const) {
    if (values[name] !== undefined && !values.send) return `--${name} means nothing without --send`;
  }
  const { rate, limit } = values;
  if (rate !== undefined && !(isCount(rate) && Number(rate) <= REDRIVE_RATE.max))
    return `--rate ${rate} is no number of events a second; write 1 to ${REDRIVE_RATE.max}`;
  if (limit !== undefined && !isCount(limit)) return `--limit ${limit} is no number of events; write 1 or more`;
  return undefined;
}

const isCount = (text: string) => /^[1-9]\d{0,8}$/.test(text);
