import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join } from "node:path";

export const sha256 = (content) => createHash("sha256").update(content).digest("hex");

/** The length of a digest and of the line break behind it. */
const SEAL = 65;
/** A draft that is older was left by a process that was killed: writing one takes far less than a second. */
const STALE_MILLISECONDS = 3_600_000;

/**
 * Keeps what is made of a program: in the project, and where that cannot be written, in the user's own cache. Every file
 * begins with the digest of what follows, and whatever does not fit its digest is as good as not there: an empty or damaged file
 * would otherwise run as a program that does nothing, or bring V8 down.
 */
export class Cache {
  #name;
  #folders;

  constructor(project, entry) {
    this.#name = entry.replace(/\W/g, "_");
    const own = ownFolder(project);
    this.#folders = [join(modulesOf(project), ".cache", "genesys-eventbridge"), ...(own ? [own] : [])];
  }

  /** A name for V8 and its stack traces. */
  path(ending) {
    return join(this.#folders[0], `${this.#name}.${ending}`);
  }

  /** @param fits is asked of the content and its digest */
  read(ending, fits = () => true) {
    for (const folder of this.#folders) {
      const sealed = orNothing(() => {
        if (folder !== this.#folders[0] && !isOwn(folder)) return undefined;
        return readFileSync(join(folder, `${this.#name}.${ending}`));
      });
      if (sealed === undefined) continue;
      const content = sealed.subarray(SEAL);
      const digest = sha256(content);
      if (sealed.subarray(0, SEAL).latin1Slice() === `${digest}\n` && fits(content, digest)) return content;
    }
    return undefined;
  }

  /** Writes a whole file or none, also where two processes do so at once. One that cannot be written only costs time. */
  write(ending, content) {
    this.#folders.some((folder, index) =>
      orNothing(() => {
        makeFolder(folder, index > 0 ? 0o700 : 0o777);
        if (index > 0 && !isOwn(folder)) return false;
        const file = join(folder, `${this.#name}.${ending}`);
        const draft = `${file}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
        try {
          writeThrough(draft, [`${sha256(content)}\n`, content]);
          renameSync(draft, file);
        } finally {
          rmSync(draft, { force: true });
        }
        return true;
      }),
    );
  }

  /** Removes what was made of this program before it changed, and drafts of processes that were killed. */
  forget(hash) {
    for (const folder of this.#folders) {
      for (const name of orNothing(() => readdirSync(folder)) ?? []) {
        const file = join(folder, name);
        if (name.startsWith(`${this.#name}.`)) orNothing(() => isOld(file, hash) && rmSync(file, { force: true }));
      }
    }
  }
}

function isOld(file, hash) {
  if (/\.tmp$/.test(file)) return Date.now() - statSync(file).mtimeMs > STALE_MILLISECONDS;
  return /\.(cjs|bin)$/.test(file) && !file.includes(hash);
}

/**
 * No more than the last three of a path. Node.js, asked for all that is missing, never ends where a file system has no room for
 * folders.
 */
function makeFolder(folder, mode) {
  for (const path of [dirname(dirname(folder)), dirname(folder), folder]) {
    try {
      mkdirSync(path, { mode });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

/** Writes and waits for the disk before the file is renamed: after a power failure there would else be a name without content. */
function writeThrough(file, parts) {
  const descriptor = openSync(file, "wx");
  try {
    for (const part of parts) writeFileSync(descriptor, part);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The folder of packages: that of a checkout, or the one into which the package is installed. */
function modulesOf(project) {
  const above = dirname(project);
  return basename(above) === "node_modules" ? above : join(project, "node_modules");
}

function ownFolder(project) {
  const given = [process.env.XDG_CACHE_HOME, process.env.LOCALAPPDATA].find((folder) => folder && isAbsolute(folder));
  const base = given ?? orNothing(() => join(homedir(), ".cache"));
  return base && join(base, "genesys-eventbridge", sha256(project).slice(0, 16));
}

/** Code that another user could have put there is not run. */
function isOwn(folder) {
  return process.getuid === undefined || statSync(folder).uid === process.getuid();
}

/** Returns what `run` returns, or undefined where the operating system refuses. */
function orNothing(run) {
  try {
    return run();
  } catch (error) {
    if (error.syscall === undefined && error.code !== "ERR_SYSTEM_ERROR") throw error;
    return undefined;
  }
}
