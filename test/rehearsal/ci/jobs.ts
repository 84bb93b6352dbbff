import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { runs, type Status } from "./expressions";
import type { JobScope } from "./job-scope";
import type { GithubEvent, Job, JobRun, Repository, Run, Texts, Values, Workflow } from "./model";
import { filled, runSteps } from "./steps";

const SKIPPED: JobRun = { result: "skipped", outputs: {}, log: "", summary: "" };

/** Runs a workflow as GitHub would; files of others' actions are replaced by stand-ins. */
export async function runWorkflow(
  repository: Repository,
  path: string,
  text: string,
  event: GithubEvent,
): Promise<Run> {
  const folder = mkdtempSync(join(repository.path, "..", "run-"));
  const run: Run = { repository, event, folder, jobs: new Map(), roles: [] };
  await runJobs(workflowOf(text), run, { prefix: "", secrets: repository.secrets, inputs: {}, root: path });
  return run;
}

interface Caller {
  /** Begins the names of jobs in a workflow that another calls. */
  readonly prefix: string;
  readonly secrets: Texts;
  readonly inputs: Texts;
  /** The folder in which called workflows lie. */
  readonly root: string;
}

// Its shape is actionlint's to check.
const workflowOf = (text: string) => parse(text) as Workflow;

async function runJobs(workflow: Workflow, run: Run, caller: Caller): Promise<JobRun> {
  const ended: Record<string, JobRun> = {};
  for (const [id, job] of Object.entries(workflow.jobs)) {
    // Written in the order in which they run.
    const needed = [job.needs ?? []].flat().map((name) => [name, ended[name] ?? SKIPPED] as const);
    const success = needed.every(([, { result }]) => result === "success");
    const contexts = {
      github: githubOf(run),
      vars: run.repository.vars,
      inputs: caller.inputs,
      needs: Object.fromEntries(needed),
    };
    const status = { success, cancelled: false };
    ended[id] = runs(job.if, contexts, status) ? await runJob(id, job, { workflow, run, caller, contexts }) : SKIPPED;
    run.jobs.set(`${caller.prefix}${id}`, ended[id]);
  }
  const failed = Object.values(ended).some(({ result }) => result === "failure");
  return { ...SKIPPED, result: failed ? "failure" : "success" };
}

interface JobSetting {
  readonly workflow: Workflow;
  readonly run: Run;
  readonly caller: Caller;
  readonly contexts: Values;
}

const FINE: Status = { success: true, cancelled: false };

async function runJob(id: string, job: Job, setting: JobSetting): Promise<JobRun> {
  const { run, caller, contexts } = setting;
  if (job.uses !== undefined) {
    const own = { ...contexts, secrets: caller.secrets };
    const inputs = filled(job.with, own, { status: FINE });
    // What is empty here is there all the same: an environment of the called job may fill it.
    const secrets = filled(job.secrets, own, { status: FINE });
    const text = readFileSync(join(caller.root, job.uses), "utf8");
    return runJobs(workflowOf(text), run, { ...caller, prefix: `${caller.prefix}${id} / `, inputs, secrets });
  }
  const matrix = filledMatrix(job, contexts);
  if (matrix === undefined) return runOne(id, job, setting, {});
  const all: JobRun[] = [];
  for (const [name, value] of matrix) {
    const one = await runOne(id, job, setting, { matrix: { [name]: value } });
    run.jobs.set(`${caller.prefix}${id} (${value})`, one);
    all.push(one);
  }
  const failed = all.some(({ result }) => result === "failure");
  const together = (part: "log" | "summary") => all.map((one) => one[part]).join("");
  return { result: failed ? "failure" : "success", outputs: {}, log: together("log"), summary: together("summary") };
}

function filledMatrix({ strategy }: Job, contexts: Values): (readonly [string, unknown])[] | undefined {
  const [first] = Object.entries(strategy?.matrix ?? {});
  if (first === undefined) return undefined;
  const [name, text] = first;
  const expression = /^\$\{\{ *fromJSON\((.*)\) *\}\}$/.exec(String(text))?.[1] ?? "";
  const values: unknown = JSON.parse(filled({ list: `\${{ ${expression} }}` }, contexts, { status: FINE }).list ?? "");
  if (!Array.isArray(values) || values.length === 0) throw new Error("a matrix without values");
  return values.map((value) => [name, value]);
}

async function runOne(
  id: string,
  job: Job,
  { workflow, run, caller, contexts }: JobSetting,
  more: Values,
): Promise<JobRun> {
  const named = typeof job.environment === "object" ? job.environment.name : job.environment;
  const environment = named && filled({ named }, { ...contexts, ...more }, { status: FINE }).named;
  const settings = run.repository.environments[environment ?? ""] ?? {};
  if (environment && !(await run.repository.approve(environment))) return { ...SKIPPED, result: "failure" };
  const own = {
    ...contexts,
    ...more,
    runner: { temp: run.folder },
    vars: { ...run.repository.vars, ...settings.vars },
    // A called workflow gets from its environment only secrets that its caller has named.
    secrets:
      caller.prefix === "" ? { ...caller.secrets, ...settings.secrets } : narrowed(caller.secrets, settings.secrets),
  };
  const files = mkdtempSync(join(run.folder, `${id}-`));
  const workspace = join(files, "workspace");
  mkdirSync(workspace);
  const scope: JobScope = {
    run,
    workspace,
    files,
    permissions: job.permissions ?? {},
    contexts: own,
    shell: workflow.defaults?.run?.shell,
    env: {},
    status: FINE,
    log: "",
    summary: "",
  };
  scope.env = { ...filled(workflow.env, own, scope) };
  scope.env = { ...scope.env, ...filled(job.env, { ...own, env: scope.env }, scope) };
  const steps = await runSteps(job.steps ?? [], scope, own);
  const outputs = filled(job.outputs, { ...own, steps, env: scope.env }, scope);
  return { result: scope.status.success ? "success" : "failure", outputs, log: scope.log, summary: scope.summary };
}

function narrowed(named: Texts, own: Texts = {}): Texts {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name, own[name] ?? value]));
}

function githubOf({ event }: Run): Values {
  return { event: event.payload, event_name: event.name, ref: event.ref, sha: event.sha, repository: "acme/events" };
}
