const {
  closeSync,
  fstatSync,
  fsyncSync,
  futimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require("node:fs");
const { basename, dirname, isAbsolute, join } = require("node:path");

/** Loads node:crypto only where something is written, as that takes as long as a tenth of the rest. */
const sha256 = (content) => require("node:crypto").createHash("sha256").update(content).digest("hex");

/** The time of change that a file is given once it is whole: whatever writes to it later gives it another. In seconds, even, as FAT has it. */
const SEAL = 1_000_000_000;
/** A draft that is older was left by a process that was killed: writing one takes far less than a second. */
const STALE_MILLISECONDS = 3_600_000;

/**
 * Keeps what is made of a program: in the project, and where that cannot be written, in the user's own cache. Whatever does not
 * have the time of a file that was written whole is as good as not there: an empty or damaged file would otherwise run as a
 * program that does nothing, or bring V8 down. Nothing is hashed, as that takes longer than to read it.
 */
class Cache {
  #name;
  #project;
  #folders;

  constructor(project, entry) {
    this.#name = entry.replace(/\W/g, "_");
    this.#project = project;
    this.#folders = [join(modulesOf(project), ".cache", "genesys-eventbridge")];
  }

  /** A name for V8 and its stack traces. */
  path(ending) {
    return join(this.#folders[0], `${this.#name}.${ending}`);
  }

  /** @param fits is asked of the content */
  read(ending, fits = () => true) {
    for (const [index, folder] of this.#each()) {
      const content = orNothing(() => {
        if (index > 0 && !isOwn(folder)) return undefined;
        return sealedContent(join(folder, `${this.#name}.${ending}`));
      });
      if (content !== undefined && fits(content)) return content;
    }
    return undefined;
  }

  /** Writes a whole file or none, also where two processes do so at once. One that cannot be written only costs time. */
  write(ending, content) {
    for (const [index, folder] of this.#each()) {
      const written = orNothing(() => {
        makeFolder(folder, index > 0 ? 0o700 : 0o777);
        if (index > 0 && !isOwn(folder)) return false;
        writeWhole(join(folder, `${this.#name}.${ending}`), content);
        return true;
      });
      if (written) return;
    }
  }

  /** Removes what was made of this program before it changed, and drafts of processes that were killed. */
  forget(hash) {
    for (const [, folder] of this.#each()) {
      for (const name of orNothing(() => readdirSync(folder)) ?? []) {
        const file = join(folder, name);
        if (name.startsWith(`${this.#name}.`)) orNothing(() => isOld(file, hash) && rmSync(file, { force: true }));
      }
    }
  }

  /** The folders in turn; the second is looked for only where the first does not do. */
  *#each() {
    yield* this.#folders.entries();
    if (this.#folders.length > 1) return;
    const own = ownFolder(this.#project);
    if (own === undefined) return;
    this.#folders.push(own);
    yield [1, own];
  }
}

/** Returns what a file holds if it is as it was when it was whole. */
function sealedContent(file) {
  const descriptor = openSync(file, "r");
  try {
    return fstatSync(descriptor).mtimeMs === SEAL * 1000 ? readFileSync(descriptor) : undefined;
  } finally {
    closeSync(descriptor);
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

/** Writes beside the file and waits for the disk before renaming: after a power failure there would else be a name without content. */
function writeWhole(file, content) {
  const draft = `${file}.${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`;
  try {
    const descriptor = openSync(draft, "wx");
    try {
      writeFileSync(descriptor, content);
      futimesSync(descriptor, SEAL, SEAL);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The folder of packages: that of a checkout, or the one into which the package is installed. */
function modulesOf(project) {
  const above = dirname(project);
  return basename(above) === "node_modules" ? above : join(project, "node_modules");
}

function ownFolder(project) {
  const given = [process.env.XDG_CACHE_HOME, process.env.LOCALAPPDATA].find((folder) => folder && isAbsolute(folder));
  const base = given ?? orNothing(() => join(require("node:os").homedir(), ".cache"));
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

module.exports = { Cache, sha256 };
