import { join } from "node:path";
import { writeFiles } from "../../files/write-files";
import { type Io, shown } from "../io";
import type { Asker } from "./asker";
import type { Begun } from "./begun";
import { filesBeside } from "./files";
import type { Home } from "./home";
import { issueOfOption } from "./judge";
import { nextSteps } from "./next";
import { say } from "./say";
import { withExamples } from "./slots";
import { fileText } from "./text";

export interface How {
  readonly dryRun: boolean;
  readonly json: boolean;
  /** Asked before anything is written. */
  readonly asker: Asker | undefined;
}

/**
 * Writes the environment and what it needs beside it, once all of it passes `check`.
 *
 * @returns the exit code
 */
export async function finish(begun: Begun, home: Home, { dryRun, json, asker }: How, io: Io): Promise<number> {
  const { begun: whole, paths: examples } = withExamples(begun);
  const issues = home.judge.issues(whole, examples);
  io.stderr(issues.map((issue) => issueOfOption(issue, whole)));
  if (issues.some(({ severity }) => severity === "error")) return 1;

  const path = home.fileOf(whole.name);
  const file = shown(path, io);
  const beside = filesBeside(home.path).map((one) => ({ ...one, path: join(home.path, one.name) }));
  const made = { path, action: "written", text: fileText(whole, examples) } as const;
  const writes = [...beside, made].flatMap((one) =>
    one.text === undefined ? [] : [{ path: one.path, text: one.text, over: one.action === "completed" }],
  );
  if (!dryRun) {
    const list = writes.map((one) => shown(one.path, io)).join(", ");
    if (asker !== undefined && !(await asker.confirm(`write ${list}?`))) {
      io.stderr("nothing was written");
      return 1;
    }
    writeFiles(home.path, writes, { by: "init", shown: (path) => shown(path, io), linked: true });
  }
  const files = [made, ...beside].map((one) => ({ ...one, path: shown(one.path, io) }));
  say({ name: whole.name, dryRun, files, next: nextSteps(whole, examples, { ...home, file }) }, json, io);
  return 0;
}
