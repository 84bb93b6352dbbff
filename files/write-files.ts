import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { FilesProblem, systemCode } from "./files-problem";
import { makeFolder } from "./make-folder";
import { inWorkshop } from "./workshop";

/** A file to write. */
export interface Write {
  readonly path: string;
  readonly text: string;
  /** Whether it is written over what is there; else a file that is there already is an error. */
  readonly over: boolean;
}

/** Who writes, and how paths are shown. */
export interface Writer {
  readonly shown: (path: string) => string;
  /** The words for what writes, in messages: `--update`. */
  readonly by: string;
  /** True where the folder may be a link, as one in which somebody works. */
  readonly linked?: true;
}

/**
 * Writes every file whole, or none: where one cannot be written, what was written before it is taken back.
 *
 * @param files all in the folder or below it
 * @throws FilesProblem where a file cannot be written, is no file, or is there already
 */
export function writeFiles(folder: string, files: readonly Write[], writer: Writer): void {
  const undo: (() => void)[] = [];
  try {
    makeFolder(folder);
    if (!writer.linked) refuse(folder, (stats) => !stats.isDirectory(), writer);
    for (const { path, over } of files) if (over) refuse(path, (stats) => !stats.isFile(), writer);
    inWorkshop(folder, "update", (workshop) => {
      for (const [index, { text }] of files.entries())
        writeFileSync(join(workshop, String(index)), text, { flush: true });
      for (const [index, { path, over }] of files.entries()) {
        const draft = join(workshop, String(index));
        makeFolder(dirname(path));
        const before = over && existsSync(path) ? readFileSync(path) : undefined;
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
        ? `${writer.shown(folder)} cannot be written (${code}), and nothing was`
        : `${writer.shown(path)} is there already, and nothing was written`,
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

/** Whoever may put a link into the repository would otherwise choose what is written over. */
function refuse(path: string, isOther: (stats: Stats) => boolean, { shown, by }: Writer): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !isOther(stats)) return;
  const what = stats.isSymbolicLink() ? "is a link" : "is no file";
  throw new FilesProblem(
    `${shown(path)} ${what}; ${by} writes neither through a link nor over what is no file: remove it`,
  );
}
