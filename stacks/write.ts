import { lstatSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { FUNCTIONS_FOLDER } from "../aws/function-plan";
import { FilesProblem, systemCode } from "../config/files";
import type { Environment } from "../config/model";
import { makeFolder } from "../files/make-folder";
import { inWorkshop } from "../files/workshop";
import { EventStreamStack } from "./event-stream";
import { moveArchives, removeArchives } from "./output/archives";
import { earlierStacks, STACK_FILE, stackEntry, withStacks } from "./output/manifest";
import { type Refused, refusedStack } from "./output/refused";

export interface Output {
  readonly project: string;
  readonly outdir: string;
  /** True if these are all environments, so that what an earlier run wrote for others is removed. */
  readonly all: boolean;
  /** The environments that get a stack which Terraform refuses. */
  readonly refused: readonly Refused[];
  /**
   * True under CDKTF's command line. It removes the folders of stacks that are gone, as it saw them before this run, and fails where
   * one is not there any more.
   */
  readonly hosted: boolean;
  /** Called for each stack that has been made. */
  readonly onStack?: () => void;
}

/**
 * Writes the stacks beside their places and moves them in when all are done, so that an error leaves the earlier output as
 * it was. What Terraform keeps in a stack's folder stays there.
 *
 * @throws FilesProblem where the folder cannot be written
 */
export function writeStacks(environments: readonly Environment[], output: Output): void {
  const { project, outdir } = output;
  try {
    makeFolder(outdir);
    inWorkshop(outdir, "synth", (workshop) => {
      const app = new App({ outdir: workshop });
      for (const environment of environments) {
        const folder = join(outdir, "stacks", environment.name);
        const stack = new EventStreamStack(app, environment, { project, stack: folder });
        // It has its backend and refers to no other stack, which is all that is looked for: everything would be resolved once more.
        stack.prepareStack = () => {};
        output.onStack?.();
      }
      app.synth();
      for (const file of output.refused) writeRefused(workshop, file, app.manifest.version);
      moveIn(
        workshop,
        [...environments, ...output.refused].map(({ name }) => name),
        output,
      );
    });
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new FilesProblem(`${outdir} cannot be written (${code}); CDKTF_OUTDIR names another folder`);
  }
}

function writeRefused(workshop: string, file: Refused, version: string): void {
  makeFolder(join(workshop, stackEntry(file.name).workingDirectory));
  writeFileSync(join(workshop, stackEntry(file.name).synthesizedStackPath), refusedStack(file, version));
}

function moveIn(workshop: string, made: readonly string[], { outdir, all, refused, hosted }: Output): void {
  const places = made.map(stackEntry);
  refuseLinks(
    [
      "stacks",
      ...places.flatMap(({ workingDirectory }) => [workingDirectory, join(workingDirectory, FUNCTIONS_FOLDER)]),
    ].map((place) => join(outdir, place)),
  );
  const others = earlierStacks(outdir).filter((name) => !made.includes(name));
  // First, since a folder that differs in case only may be the same one.
  if (all) for (const name of others) removeStack(join(outdir, stackEntry(name).workingDirectory), hosted);
  for (const { synthesizedStackPath, workingDirectory } of places) {
    makeFolder(join(outdir, workingDirectory));
    moveArchives(join(workshop, workingDirectory), join(outdir, workingDirectory));
    renameSync(join(workshop, synthesizedStackPath), join(outdir, synthesizedStackPath));
  }
  const added = [...refused.map(({ name }) => name), ...(all ? [] : others)];
  const manifest = join(workshop, "manifest.json");
  if (added.length > 0) writeFileSync(manifest, withStacks(readFileSync(manifest, "utf8"), added));
  renameSync(manifest, join(outdir, "manifest.json"));
}

/** Throws for a link, by which somebody who may write into the output could choose what is overwritten. */
function refuseLinks(folders: readonly string[]): void {
  for (const folder of folders) {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new FilesProblem(`${folder} is a link, and nothing is written through one; remove it`);
    }
  }
}

/** Removes the files of synthesis. Terraform's own files stay: its lock file, its backend's record, plans. */
function removeStack(folder: string, hosted: boolean): void {
  rmSync(join(folder, STACK_FILE), { force: true });
  removeArchives(folder);
  if (hosted) return;
  try {
    rmdirSync(folder);
  } catch (error) {
    // Another process may have removed it; a folder that is not empty stays.
    if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes(systemCode(error) ?? "")) throw error;
  }
}
