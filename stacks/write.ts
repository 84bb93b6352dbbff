import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { FilesProblem, systemCode } from "../config/files";
import type { Environment } from "../config/model";
import { EventStreamStack } from "./event-stream";

export interface Output {
  readonly project: string;
  readonly outdir: string;
  /** All environments there are: what an earlier run wrote for others is removed. */
  readonly all: boolean;
}

interface Manifest {
  readonly stacks: Readonly<
    Record<string, { readonly synthesizedStackPath: string; readonly workingDirectory: string }>
  >;
}

/**
 * Writes the stacks beside their places and moves them in when all are done, so that an error leaves the earlier output as
 * it was. What Terraform keeps in a stack's folder stays there.
 *
 * @throws FilesProblem where the folder cannot be written
 */
export function writeStacks(environments: readonly Environment[], { project, outdir, all }: Output): void {
  try {
    mkdirSync(outdir, { recursive: true });
    const workshop = mkdtempSync(join(outdir, ".synth-"));
    try {
      const app = new App({ outdir: workshop });
      for (const environment of environments) {
        new EventStreamStack(app, environment, { project, stack: join(outdir, "stacks", environment.name) });
      }
      app.synth();
      moveIn(workshop, outdir, all);
    } finally {
      rmSync(workshop, { recursive: true, force: true });
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new FilesProblem(`${outdir} cannot be written (${code}); CDKTF_OUTDIR names another folder`);
  }
}

function moveIn(workshop: string, outdir: string, all: boolean): void {
  const made = readManifest(workshop);
  const earlier = readManifest(outdir);
  for (const { synthesizedStackPath, workingDirectory } of Object.values(made.stacks)) {
    mkdirSync(join(outdir, workingDirectory), { recursive: true });
    renameSync(join(workshop, synthesizedStackPath), join(outdir, synthesizedStackPath));
  }
  const others = Object.entries(earlier.stacks).filter(([name]) => !(name in made.stacks));
  if (all)
    for (const [, { workingDirectory }] of others)
      rmSync(join(outdir, workingDirectory), { recursive: true, force: true });
  else {
    const stacks = Object.fromEntries([...others, ...Object.entries(made.stacks)].sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(join(workshop, "manifest.json"), JSON.stringify({ ...made, stacks }, null, 2));
  }
  renameSync(join(workshop, "manifest.json"), join(outdir, "manifest.json"));
}

function readManifest(folder: string): Manifest {
  const file = join(folder, "manifest.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { stacks: {} };
}
