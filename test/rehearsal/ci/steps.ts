import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { interpolate, runs } from "./expressions";
import type { JobScope } from "./job-scope";
import type { Action, Step, Texts, Values } from "./model";
import { standIns } from "./stand-ins";

type Steps = Record<string, { readonly outputs: Texts; readonly outcome: string }>;

/** Runs steps one after the other, each as its `if` says. */
export async function runSteps(steps: readonly Step[], scope: JobScope, contexts: Values): Promise<Steps> {
  const done: Steps = {};
  for (const step of steps) {
    const own = { ...contexts, env: scope.env, steps: done };
    if (!runs(step.if, own, scope.status)) continue;
    const env = { ...scope.env, ...filled(step.env, own, scope) };
    const outputs = await runStep(step, { ...own, env }, env, scope);
    done[step.id ?? ""] = { outputs, outcome: scope.status.success ? "success" : "failure" };
  }
  return done;
}

async function runStep(step: Step, contexts: Values, env: Texts, scope: JobScope): Promise<Texts> {
  const before = scope.env;
  try {
    if (step.run !== undefined) {
      // A value of an event in the text of a script could be a command.
      if (step.run.includes("${{")) throw new Error(`an expression in a script: ${step.name}`);
      return await runScript(step.run, step.shell ?? scope.shell, env, scope);
    }
    const given = filled(step.with, contexts, scope);
    const uses = step.uses ?? "";
    if (uses.startsWith("./")) return await runAction(join(scope.workspace, uses, "action.yml"), given, env, scope);
    const [, name = "", commit] = /^([\w/-]+)@([0-9a-f]{40})$/.exec(uses) ?? [];
    const standIn = standIns[name];
    if (standIn === undefined || commit === undefined) throw new Error(`${uses} is not known here, or not pinned`);
    scope.env = env;
    const added = await standIn(given, scope);
    scope.env = { ...before, ...added };
  } catch (error) {
    scope.env = before;
    scope.status = { ...scope.status, success: false };
    scope.log += `${step.name ?? step.uses}: ${error}\n`;
  }
  return {};
}

/** An action of the repository's own sees its inputs, and neither secrets nor the job's steps. */
async function runAction(path: string, given: Texts, env: Texts, scope: JobScope): Promise<Texts> {
  // Its shape is actionlint's to check.
  const action = parse(readFileSync(path, "utf8")) as Action;
  const defaults = Object.entries(action.inputs ?? {}).map(([name, { default: value }]) => [name, String(value ?? "")]);
  const { github, runner } = scope.contexts;
  const contexts = { github, runner, inputs: { ...Object.fromEntries(defaults), ...given } };
  const outer = scope.env;
  scope.env = env;
  const steps = await runSteps(action.runs.steps, scope, contexts);
  const exported = Object.fromEntries(Object.entries(scope.env).filter(([name]) => env[name] !== scope.env[name]));
  scope.env = { ...outer, ...exported };
  const outputs = Object.entries(action.outputs ?? {}).map(([name, { value }]) => [
    name,
    String(interpolate(value, { ...contexts, steps }, scope.status) ?? ""),
  ]);
  return Object.fromEntries(outputs);
}

export function filled(values: Values | undefined, contexts: Values, { status }: Pick<JobScope, "status">): Texts {
  const texts = Object.entries(values ?? {}).map(([name, value]) => [
    name,
    String((typeof value === "string" ? interpolate(value, contexts, status) : value) ?? ""),
  ]);
  return Object.fromEntries(texts);
}

/** GitHub's two ways of calling bash: with `shell: bash`, a pipe fails with any of its commands. */
async function runScript(script: string, shell: string | undefined, env: Texts, scope: JobScope): Promise<Texts> {
  const file = (name: string) => join(scope.files, name);
  writeFileSync(file("script.sh"), script);
  for (const name of ["output", "summary"]) writeFileSync(file(name), "");
  const flags = shell === "bash" ? ["--noprofile", "--norc", "-eo", "pipefail"] : ["-e"];
  const { event } = scope.run;
  const own = {
    ...env,
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: scope.workspace,
    GITHUB_OUTPUT: file("output"),
    GITHUB_STEP_SUMMARY: file("summary"),
    GITHUB_SHA: event.sha,
  };
  const child = spawn("bash", [...flags, file("script.sh")], { cwd: scope.workspace, env: { ...process.env, ...own } });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part) => (text += part));
  const code = await new Promise((resolve) => child.on("close", resolve));
  scope.log += text;
  scope.summary += readFileSync(file("summary"), "utf8");
  if (code !== 0) throw new Error(`exit code ${code}`);
  return outputsOf(readFileSync(file("output"), "utf8"));
}

function outputsOf(text: string): Texts {
  const lines = text.split("\n").filter((line) => line !== "");
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}
