import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const STACK_FILE = "cdk.tf.json";

/** A stack as CDKTF's command line finds it. */
export interface StackEntry {
  readonly name: string;
  readonly constructPath: string;
  readonly workingDirectory: string;
  readonly synthesizedStackPath: string;
  readonly stackMetadataPath: string;
  readonly annotations: readonly [];
  readonly dependencies: readonly [];
}

/** Returns the only place that a stack has: nothing else is ever written or removed, whatever a manifest says. */
export function stackEntry(name: string): StackEntry {
  const workingDirectory = join("stacks", name);
  return {
    annotations: [],
    constructPath: name,
    dependencies: [],
    name,
    stackMetadataPath: join(workingDirectory, "metadata.json"),
    synthesizedStackPath: join(workingDirectory, STACK_FILE),
    workingDirectory,
  };
}

/** Adds stacks that CDKTF did not make to the manifest that it has just written. */
export function withStacks(manifest: string, names: readonly string[]): string {
  const own: { readonly stacks: Readonly<Record<string, unknown>>; readonly version: string } = JSON.parse(manifest);
  const all = [...Object.entries(own.stacks), ...names.map((name) => [name, stackEntry(name)] as const)];
  return JSON.stringify({ ...own, stacks: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))) }, null, 2);
}

/**
 * Returns the environments that an earlier run wrote here. The manifest lies in a folder where anybody may have put it, and so is used
 * only for stacks that are where synthesis puts them and have their own name in them.
 */
export function earlierStacks(outdir: string): string[] {
  const stacks = property(readJson(join(outdir, "manifest.json")), "stacks");
  if (typeof stacks !== "object" || stacks === null) return [];
  return Object.keys(stacks).filter((name) => {
    if (!/^[A-Za-z0-9_-]+$/.test(name) || !isFolder(join(outdir, "stacks", name))) return false;
    const written = readJson(join(outdir, stackEntry(name).synthesizedStackPath));
    return property(property(property(written, "//"), "metadata"), "stackName") === name;
  });
}

/** Returns whether the path is a folder itself, and no link to one. */
export function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Returns the JSON of a file; undefined where there is none, since the file is written anew. */
function readJson(file: string): unknown {
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
