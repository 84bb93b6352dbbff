import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { commands } from "../../commands";
import type { Command } from "../../commands/command";
import { root } from "../support/committed";
import { folderWith } from "./support";

/** A folder of the search path that has the program by its name, as npm links it. */
function linkedProgram(): string {
  const folder = folderWith({});
  symlinkSync(join(root, "bin", "genesys-eventbridge.cjs"), join(folder, "genesys-eventbridge"));
  return folder;
}

let program: string | undefined;

/** Returns the environment of a shell that finds the program, and nothing of this process's own but what it needs. */
export function shellEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  program ??= linkedProgram();
  return {
    PATH: [program, process.env.PATH].join(delimiter),
    HOME: process.env.HOME ?? program,
    ENVIRONMENTS_DIR: "environments",
    ...more,
  };
}

/** Runs a line of a POSIX shell in a folder. */
export function sh(line: string, cwd: string, more: Readonly<Record<string, string>> = {}) {
  return spawnSync("bash", ["-c", `set -o pipefail\n${line}`], { cwd, env: shellEnvironment(more), encoding: "utf8" });
}

/** Returns a repository with two environments, dev and staging, and the files that examples name. */
export function sampleFolder(): string {
  const folder = folderWith({ ".git/HEAD": "ref: refs/heads/main\n" });
  const environments = join(folder, "environments");
  mkdirSync(environments);
  for (const name of ["dev.tfvars", "dev.events"])
    cpSync(join(root, "environments", name), join(environments, name), { recursive: true });
  copyFileSync(join(root, "test", "plans", "staging.tfvars"), join(environments, "staging.tfvars"));
  copyFileSync(join(root, "data", "sample-events", "audit-oauth-client-delete.json"), join(folder, "event.json"));
  copyFileSync(join(root, "data", "sample-events", "audit-oauth-client-delete.json"), join(folder, "events.ndjson"));
  cpSync(join(root, "data", "sample-events"), join(folder, "calls"), { recursive: true });
  copyFileSync(join(root, "test", "plans", "staging-changed.json"), join(folder, "plan.json"));
  writeFileSync(join(folder, "pattern.json"), '{"detail":{"action":["delete"]}}');
  writeFileSync(
    join(folder, "cases.jsonl"),
    `${JSON.stringify({ name: "a", pattern: '{"a":[1]}', event: '{"a":1}' })}\n`,
  );
  return folder;
}

/** Every command by its whole name, also those below another. */
export const allCommands: readonly (readonly [name: string, command: Command])[] = commands.flatMap((command) =>
  withBelow(command, command.name),
);

function withBelow(command: Command, name: string): (readonly [string, Command])[] {
  const below = command.subcommands ?? [];
  return [[name, command], ...below.flatMap((one) => withBelow(one, `${name} ${one.name}`))];
}
