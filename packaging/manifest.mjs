import { existsSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the repository needs and whoever installs the package does not: scripts of its own, and that nobody publishes the folder. */
const KEPT_BACK = ["private", "workspaces", "scripts", "dependencies", "devDependencies"];

/** The packages that the library takes from the app that uses it, at the versions that it is tested with or later; and what one command asks for. */
const PEERS = {
  "@cdktf/provider-aws": ">=21.22.1",
  "@cdktf/provider-time": ">=11.0.1",
  // Its versions are all prereleases, as npm sees them, of which a range takes none.
  "@duckdb/node-api": "*",
  cdktf: ">=0.21.0 <1",
  constructs: "^10.4.2",
};

/** Returns the text of the manifest that is published, from the repository's own. */
export function publishedManifest(own) {
  const manifest = JSON.parse(own);
  const kept = Object.entries(manifest).filter(([key]) => !KEPT_BACK.includes(key));
  const { prepack, postpack } = manifest.scripts;
  const optional = Object.keys(PEERS).map((name) => [name, { optional: true }]);
  const published = {
    ...Object.fromEntries(kept),
    // Else Node.js looks for itself which it is.
    type: "commonjs",
    // The two that put the manifest back, for a run after one that was cut off.
    scripts: { prepack, postpack },
    peerDependencies: PEERS,
    peerDependenciesMeta: Object.fromEntries(optional),
  };
  return `${JSON.stringify(published, null, 2)}\n`;
}

const places = (root) => ({ current: join(root, "package.json"), own: join(root, "package.json.own") });

/** Keeps the repository's own manifest beside its place, so that it can be put back from now on. */
export function keepOwn(root) {
  putBack(root);
  const { current, own } = places(root);
  const { atime, mtime } = statSync(current);
  replace(own, readFileSync(current, "utf8"));
  // As nothing has changed, no bundle that holds it is made anew.
  utimesSync(own, atime, mtime);
}

/** Puts the published manifest into the place of the one that is kept. */
export function putPublished(root) {
  const { current, own } = places(root);
  replace(current, publishedManifest(readFileSync(own, "utf8")));
}

/**
 * Puts the repository's own manifest back. Anything else in its place than what was put there is somebody's work, and stays.
 *
 * @returns false where it was back already
 */
export function putBack(root) {
  const { current, own } = places(root);
  if (!existsSync(own)) return false;
  const text = readFileSync(own, "utf8");
  const found = readFileSync(current, "utf8");
  if (found === publishedManifest(text)) renameSync(own, current);
  else if (found === text) rmSync(own);
  else
    throw new Error("package.json was changed while it was packed; package.json.own is what it was: keep one of them");
  return true;
}

/** Writes a whole file or none. */
function replace(file, text) {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
