import { lstatSync, renameSync, type Stats, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { FilesProblem, systemCode } from "../../config/files";
import { inWorkshop } from "../../files/workshop";
import { type Io, shown } from "../io";

/**
 * Writes every file, or none where one cannot be written.
 *
 * @param texts by path, all in the folder
 * @throws FilesProblem where a file could not be written, or is no file
 */
export function writeOutcomes(folder: string, texts: readonly (readonly [path: string, text: string])[], io: Io): void {
  try {
    refuse(folder, (stats) => !stats.isDirectory(), io);
    for (const [path] of texts) refuse(path, (stats) => !stats.isFile(), io);
    inWorkshop(folder, "update", (workshop) => {
      for (const [path, text] of texts) writeFileSync(join(workshop, basename(path)), text, { flush: true });
      for (const [path] of texts) renameSync(join(workshop, basename(path)), path);
    });
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new FilesProblem(`${shown(folder, io)} cannot be written (${code})`);
  }
}

/** Whoever may put a link into the repository would otherwise choose what is written over. */
function refuse(path: string, isOther: (stats: Stats) => boolean, io: Io): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !isOther(stats)) return;
  const what = stats.isSymbolicLink() ? "is a link" : "is no file";
  throw new FilesProblem(
    `${shown(path, io)} ${what}; --update writes neither through a link nor over what is no file: remove it`,
  );
}
