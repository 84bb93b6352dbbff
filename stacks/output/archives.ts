import { readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { FUNCTIONS_FOLDER } from "../../aws/function-plan";
import { systemCode } from "../../config/files";
import { makeFolder } from "../../files/make-folder";
import { isFolder } from "./manifest";

const ARCHIVE = /^[a-z0-9-]+\.zip$/;

/** Moves the archives of a stack's functions into its folder, and removes those of functions that it has no more. */
export function moveArchives(from: string, to: string): void {
  const made = archivesIn(from);
  if (made.length > 0) makeFolder(join(to, FUNCTIONS_FOLDER));
  for (const name of made) renameSync(join(from, FUNCTIONS_FOLDER, name), join(to, FUNCTIONS_FOLDER, name));
  removeArchives(to, made);
}

/** Removes the archives of a stack's functions but some, and their folder where nothing else is in it. */
export function removeArchives(folder: string, but: readonly string[] = []): void {
  const there = archivesIn(folder);
  for (const name of there) if (!but.includes(name)) rmSync(join(folder, FUNCTIONS_FOLDER, name), { force: true });
  if (there.length === 0 || but.length > 0) return;
  try {
    rmdirSync(join(folder, FUNCTIONS_FOLDER));
  } catch (error) {
    // Somebody's own file in it stays.
    if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes(systemCode(error) ?? "")) throw error;
  }
}

function archivesIn(folder: string): string[] {
  const functions = join(folder, FUNCTIONS_FOLDER);
  return isFolder(functions) ? readdirSync(functions).filter((name) => ARCHIVE.test(name)) : [];
}
