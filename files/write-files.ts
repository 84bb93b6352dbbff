import { lstatSync, renameSync, type Stats, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { FilesProblem, systemCode } from "./files-problem";
import { inWorkshop } from "./workshop";

/** Who writes, and how paths are shown. */
export interface Writer {
  readonly shown: (path: string) => string;
  /** The words for what writes, in messages: `--update`. */
  readonly by: string;
}

/**
 * Writes every file, or none where one cannot be written.
 *
 * @param texts by path, all in the folder
 * @throws FilesProblem where a file could not be written, or is no file
 */
export function writeFiles(
  folder: string,
  texts: readonly (readonly [path: string, text: string])[],
  writer: Writer,
): void {
  try {
    refuse(folder, (stats) => !stats.isDirectory(), writer);
    for (const [path] of texts) refuse(path, (stats) => !stats.isFile(), writer);
    inWorkshop(folder, "update", (workshop) => {
      for (const [path, text] of texts) writeFileSync(join(workshop, basename(path)), text, { flush: true });
      for (const [path] of texts) renameSync(join(workshop, basename(path)), path);
    });
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new FilesProblem(`${writer.shown(folder)} cannot be written (${code})`);
  }
}

/** Whoever may put a link into the repository would otherwise choose what is written over. */
function refuse(path: string, isOther: (stats: Stats) => boolean, { shown, by }: Writer): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !isOther(stats)) return;
  const what = stats.isSymbolicLink() ? "is a link" : "is no file";
  throw new FilesProblem(
    `${shown(path)} ${what}; ${by} writes neither through a link nor over what is no file: remove it`,
  );
}
