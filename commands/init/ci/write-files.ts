import { lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FilesProblem } from "../../../config/files";
import { writeFiles as writeWhole } from "../../../files/write-files";
import { joined } from "../../../text/words";
import { type Io, shown } from "../../io";

interface How {
  readonly dryRun: boolean;
  readonly force: boolean;
}

type State = "missing" | "the same" | "another";

/**
 * Writes every file below the folder where the command was started, or none of them.
 *
 * @param texts by path, with `/`
 * @returns the exit code: 1 where files are there that say something else
 * @throws FilesProblem where a file could not be written, or is no file
 */
export function writeFiles(texts: Readonly<Record<string, string>>, { dryRun, force }: How, io: Io): number {
  for (const path of Object.keys(texts)) refuseLinks(path, io);
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    text,
    state: stateOf(join(io.cwd, path), text, path),
  }));
  const others = files.filter(({ state }) => state === "another").map(({ path }) => path);
  if (others.length > 0 && !force) {
    const are = others.length === 1 ? "is there already and says" : "are there already and say";
    io.stderr(`${joined(others)} ${are} something else, and nothing was written; --force writes over them`);
    return 1;
  }
  const wanted = files.filter(({ state }) => state !== "the same");
  if (!dryRun && wanted.length > 0) {
    const writes = wanted.map(({ path, text, state }) => ({
      path: join(io.cwd, path),
      text,
      over: state === "another",
    }));
    writeWhole(io.cwd, writes, { by: "init ci", shown: (path) => shown(path, io), linked: true });
  }
  const verb = dryRun ? "would be written" : "written";
  io.stdout(
    files.map(({ path, state }) => {
      if (state === "the same") return `as it is: ${path}`;
      return `${verb}: ${path}${state === "another" ? ", over what was there" : ""}`;
    }),
  );
  return 0;
}

/** Whoever may put a link into the repository would otherwise choose where files are written. */
function refuseLinks(path: string, { cwd }: Io): void {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    if (lstatSync(join(cwd, folder), { throwIfNoEntry: false })?.isSymbolicLink())
      throw new FilesProblem(`${folder} is a link, and nothing is written through one; make it a folder`);
  }
}

/** Line ends are the checkout's, and no difference. */
function stateOf(path: string, text: string, shown: string): State {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return "missing";
  if (!stats.isFile()) throw new FilesProblem(`${shown} is there and no file; remove it`);
  return readFileSync(path, "utf8").replaceAll("\r\n", "\n") === text ? "the same" : "another";
}
