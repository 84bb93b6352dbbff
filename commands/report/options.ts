import { reportFormatNames } from "../../report/formats/names";
import { severities } from "../../report/severities";
import type { Input, Options } from "../command";
import { environmentOffers } from "../offers";

export const options = {
  plan: {
    type: "string",
    value: "PLAN",
    help: "a plan of FILE, as terraform show -json writes it",
    offers: { files: [".json"] },
  },
  against: {
    type: "string",
    value: "OTHER",
    offers: { ...environmentOffers, files: [".tfvars", ".json"] },
    help: "another environment, by its file or name, or another plan (.json): what is only here, or not the same",
  },
  format: {
    type: "string",
    value: "FORMAT",
    choices: reportFormatNames,
    help: "what to write; markdown fits a comment on a pull request",
    default: "html",
  },
  json: { type: "boolean", help: "the same as --format json" },
  "fail-on": {
    type: "string",
    value: "SEVERITY",
    choices: severities,
    help: "exit with 1 where a finding that is not waived is as severe, or more",
  },
  interactive: {
    type: "boolean",
    help: 'with html: add "Try an event", by a script of the page\'s own and the checked environment in the page',
  },
  link: {
    type: "string",
    value: "URL",
    help: "where the whole report can be read, for Markdown that is shortened",
    offers: {},
  },
} as const satisfies Options;

/** Returns what is wrong with the options together; undefined where nothing is. */
export function wrongUse({ values, positionals }: Input<typeof options>): string | undefined {
  if (positionals.length !== 1) return "report wants one environment FILE";
  if (values.interactive && (values.json || (values.format ?? "html") !== "html"))
    return "--interactive is for the page: leave out --json, and --format but for html";
  return isPlan(values.against) && values.plan === undefined
    ? "--against a plan wants --plan, which it is held against"
    : undefined;
}

/** A plan is JSON, and so may an environment be. */
export function isPlan(written: string | undefined): boolean {
  return written !== undefined && /\.json$/.test(written) && !/\.tfvars\.json$/.test(written);
}
