import { severities } from "../../report/findings/finding";
import { reportFormats } from "../../report/formats";
import { reportOf } from "../../report/model";
import type { Report } from "../../report/schema";
import type { Command, Input } from "../command";
import type { Io } from "../io";
import { given, isPlan } from "./inputs";

export const report: Command = {
  name: "report",
  summary: "Says for an auditor where events go, who may do what, and what a plan changes",
  positionals: "FILE",
  options: {
    plan: { type: "string", value: "PLAN", help: "a plan of FILE, as terraform show -json writes it" },
    against: {
      type: "string",
      value: "OTHER",
      help: "another environment, by its file or name, or another plan (.json): what is only here, or not the same",
    },
    format: {
      type: "string",
      value: "FORMAT",
      choices: Object.keys(reportFormats),
      help: "what to write; markdown fits a pull request's comment",
    },
    json: { type: "boolean", help: "the same as --format json" },
    "fail-on": {
      type: "string",
      value: "SEVERITY",
      choices: [...severities],
      help: "exit with 1 where a finding that is not waived is as severe, or more",
    },
    link: { type: "string", value: "URL", help: "where the whole report can be read, for Markdown that is shortened" },
  },
  details: `FILE is an environment's file, or its name. The report goes to the standard output. It is dated with the time of
SOURCE_DATE_EPOCH, where that is set.`,
  async run(input, io) {
    const wrong = wrongUse(input);
    if (wrong !== undefined) {
      io.stderr(`${wrong} (--help tells more)`);
      return 2;
    }
    const read = given(input, io);
    if (read === undefined) return 1;
    // CDKTF is loaded only where a report is made.
    const { resourcesOfStack } = await import("../../report/resources/of-stack");
    const made = reportOf({ ...read, declared: resourcesOfStack(read.environment), date: now(io) });
    const { values } = input;
    const { json, format = json ? "json" : "html", link = linkOf(io) } = values;
    const write = Object.entries(reportFormats).find(([name]) => name === format)?.[1] ?? reportFormats.html;
    io.document(write(made, { link: link === undefined ? undefined : String(link) }));
    return verdict(made, values["fail-on"], io);
  },
};

function wrongUse({ values, positionals }: Input): string | undefined {
  if (positionals.length !== 1) return "report wants one environment FILE";
  return isPlan(values.against) && values.plan === undefined
    ? "--against a plan wants --plan, which it is held against"
    : undefined;
}

/** For CI: whether anything is as severe as what it must not be. */
function verdict({ findings }: Report, limit: string | boolean | undefined, io: Io): number {
  if (limit === undefined) return 0;
  const names: readonly string[] = severities;
  const failing = findings.filter(({ severity }) => names.indexOf(severity) <= names.indexOf(String(limit)));
  for (const { severity, id, path, address, what } of failing) {
    io.stderr(`${path ?? address}: ${severity}: ${id}: ${what}`);
  }
  return failing.length === 0 ? 0 : 1;
}

/** The same input gives the same bytes where the time is given (reproducible-builds.org, SOURCE_DATE_EPOCH). */
function now({ env }: Io): string {
  const seconds = Number(env.SOURCE_DATE_EPOCH || Number.NaN);
  const date = new Date(seconds * 1000);
  return (Number.isNaN(date.getTime()) ? new Date() : date).toISOString();
}

/** In a job of GitHub or GitLab: its page, which holds what the job keeps. */
function linkOf({ env }: Io): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, CI_JOB_URL } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : CI_JOB_URL;
}
