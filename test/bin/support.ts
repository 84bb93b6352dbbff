import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../support/committed";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type BinOptions = { cwd: string; env?: Record<string, string>; input?: string | Uint8Array };

/** Runs a file of bin/ as a user does, from the project's own bundle; a server in the test may answer meanwhile. */
export function runBin(
  [script, ...args]: readonly [script: string, ...args: string[]],
  { cwd, env = {}, input = "" }: BinOptions,
  project = root,
): Promise<Ended> {
  const child = spawn(process.execPath, [join(project, "bin", script), ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  });
  const text = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    text.stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk) => {
    text.stderr += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...text }));
  });
}

/** The program's command line. */
export const genesysEventbridge = (args: readonly string[], options: BinOptions) =>
  runBin(["genesys-eventbridge.cjs", ...args], options);

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own with these files, until the tests of the file are done. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "bin-"));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A project of its own whose packages are this one's, so that its cache is not. */
export function ownProject(files: Readonly<Record<string, string>>): string {
  const project = folderWith({ "package-lock.json": "{}", ...files });
  cpSync(join(root, "bin"), join(project, "bin"), { recursive: true });
  mkdirSync(join(project, "node_modules"), { recursive: true });
  symlinkSync(join(root, "node_modules", "esbuild"), join(project, "node_modules", "esbuild"), "junction");
  return project;
}
