import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A build takes some seconds, on a busy machine a minute. */
const LONGEST_MILLISECONDS = 300_000;
const STEP_MILLISECONDS = 100;

const place = (root) => join(root, ".npm-pack.lock");

/**
 * Takes the checkout for one run of `npm pack`, since each puts another package.json into its place: waits for another run to end. A lock
 * whose process has ended holds nobody up, so that none needs to be taken away where a run is cut off.
 */
export async function lock(root, longest = LONGEST_MILLISECONDS) {
  const begun = Date.now();
  for (let told = false; !take(root); told = true) {
    const holder = holderOf(root);
    if (holder !== undefined && !isRunning(holder)) rmSync(place(root), { force: true });
    else if (Date.now() - begun > longest)
      throw new Error(
        `another npm pack runs in this folder (process ${holder}); where none does, remove ${place(root)} and try again`,
      );
    else {
      if (!told) process.stderr.write("another npm pack runs in this folder: waiting for it\n");
      await new Promise((resolve) => setTimeout(resolve, STEP_MILLISECONDS));
    }
  }
}

/** Gives the lock to a process that lives until the package is made. */
export function handOver(root, pid) {
  const draft = `${place(root)}.${process.pid}.tmp`;
  writeFileSync(draft, String(pid));
  renameSync(draft, place(root));
}

/** Gives the lock back, if it is this process's. */
export function unlock(root) {
  if (holderOf(root) === process.pid) rmSync(place(root), { force: true });
}

function take(root) {
  try {
    writeFileSync(place(root), String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Returns the process that has the lock; undefined where it has just been given back, or is being written. */
function holderOf(root) {
  try {
    return Number(readFileSync(place(root), "utf8")) || undefined;
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

export function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
