import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "genesys-eventbridge", "engines");

/** Returns the folder that `kept` fills, whether or not it is there. */
export function placeOf(name: string, key: string): string {
  return join(cache, `${name}-${createHash("sha256").update(key).digest("hex").slice(0, 16)}`);
}

/**
 * Returns the folder of the user's cache that `make` filled for this name and key: made once, and whole or not at all. It lies
 * outside of the project, whose own `npm ci` would remove it.
 */
export function kept(name: string, key: string, make: (folder: string) => void): string {
  const folder = placeOf(name, key);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, "draft-"));
  try {
    make(draft);
    renameSync(draft, folder);
    // Earlier ones are of no use, and large.
    const others = readdirSync(cache).filter((other) => other.startsWith(`${name}-`) && other !== basename(folder));
    for (const other of others) rmSync(join(cache, other), { recursive: true, force: true });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}
