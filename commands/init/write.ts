import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { FilesProblem, systemCode } from "../../config/files";
import { makeFolder } from "../../files/make-folder";
import { inWorkshop } from "../../files/workshop";
import { type Io, shown } from "../io";

/** A file to write, new or over what was there. */
export interface Write {
  readonly path: string;
  readonly text: string;
  readonly over: boolean;
}

/**
 * Writes every file whole, or none: where one cannot be written, what was written before it is taken back.
 *
 * @throws FilesProblem where a file cannot be written, or a new one is there already
 */
export function writeFiles(folder: string, files: readonly Write[], io: Io): void {
  const undo: (() => void)[] = [];
  try {
    makeFolder(folder);
    inWorkshop(folder, "init", (workshop) => {
      for (const [index, { path, text, over }] of files.entries()) {
        const draft = join(workshop, String(index));
        writeFileSync(draft, text, { flush: true });
        makeFolder(dirname(path));
        const before = over ? readFileSync(path) : undefined;
        if (over) renameSync(draft, path);
        else place(draft, path);
        undo.push(() => (before === undefined ? rmSync(path, { force: true }) : writeFileSync(path, before)));
      }
    });
  } catch (error) {
    for (const step of undo.reverse()) step();
    const code = systemCode(error);
    if (code === undefined) throw error;
    const path = files.find((file) => !file.over && existsSync(file.path) && code === "EEXIST")?.path;
    throw new FilesProblem(
      path === undefined
        ? `${shown(folder, io)} cannot be written (${code}), and nothing was`
        : `${shown(path, io)} is there already, and nothing was written`,
    );
  }
}

/** A link fails where the name is taken, as a rename would not; some file systems have none. */
function place(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (systemCode(error) === "EEXIST") throw error;
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
  }
}
