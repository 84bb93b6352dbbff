import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Environment } from "../../config/model";
import { reportFormats } from "../../report/formats";
import type { Interactive } from "../../report/formats/format";
import { reportOf } from "../../report/model";
import type { Report } from "../../report/schema";
import { type Severity, severities } from "../../report/severities";
import type { Input } from "../command";
import type { Io } from "../io";
import { during } from "../progress";
import { given } from "./inputs";
import type { options } from "./options";

/** Reads what the command line names and writes the report on it. */
export async function makeReport(input: Input<typeof options>, io: Io): Promise<number> {
  const bytes = planBytes(input, io);
  const read = during("reading the plan", bytes, io, () => given(input, io));
  if (read === undefined) return 1;
  // CDKTF is loaded only where a report is made.
  const { resourcesOfStack } = await import("../../report/resources/of-stack");
  const declared = resourcesOfStack(read.environment);
  const made = during("looking at the plan", bytes, io, () => reportOf({ ...read, declared, date: now(io) }));
  const { json, format = json ? "json" : "html", link = linkOf(io), "fail-on": limit } = input.values;
  const interactive = input.values.interactive ? await trying(read.environment) : undefined;
  io.document(reportFormats[format](made, { link, interactive }));
  return verdict(made, limit, io);
}

/** Returns what lets the reader try an event; loaded only where it is asked for. */
async function trying(environment: Environment): Promise<Interactive> {
  const { playgroundScript } = await import("../../playground/bundle");
  const { modelText } = await import("../../playground/model-text");
  const { tryAnEvent } = await import("../../playground/page");
  return tryAnEvent(playgroundScript(), modelText(environment));
}

/** Returns the size of the plans that are given; one that is not there counts for nothing, and is told of elsewhere. */
function planBytes({ values: { plan, against } }: Input<typeof options>, { cwd }: Io): number {
  try {
    const sizes = [plan, against].map((path) => path && statSync(resolve(cwd, path), { throwIfNoEntry: false })?.size);
    return sizes.reduce<number>((sum, size) => sum + (size || 0), 0);
  } catch {
    return 0; // whoever reads it says what is wrong with it
  }
}

/** Returns 1, for CI, where a finding is as severe as the limit, or more. */
function verdict({ findings }: Report, limit: Severity | undefined, io: Io): number {
  if (limit === undefined) return 0;
  const failing = findings.filter(({ severity }) => severities.indexOf(severity) <= severities.indexOf(limit));
  for (const { severity, id, path, address, what } of failing) {
    const style = severity === "high" ? "red" : "yellow";
    io.stderr({ parts: [`${path ?? address}: `, { style, text: severity }, `: ${id}: ${what}`] });
  }
  return failing.length === 0 ? 0 : 1;
}

/** The same input gives the same bytes where the time is given (reproducible-builds.org, SOURCE_DATE_EPOCH). */
function now({ env }: Io): string {
  const seconds = Number(env.SOURCE_DATE_EPOCH || Number.NaN);
  const date = new Date(seconds * 1000);
  return (Number.isNaN(date.getTime()) ? new Date() : date).toISOString();
}

/** Returns the page of the job of GitHub or GitLab, which holds what the job keeps. */
function linkOf({ env }: Io): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, CI_JOB_URL } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : CI_JOB_URL;
}
