import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyCheckout, npm } from "../support/checkout";
import { root } from "../support/committed";

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder, until the tests of the file are done. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "package-")));
  made.push(folder);
  return folder;
}

/** A copy of the repository's files, with its packages, in which to pack: other tests read package.json meanwhile. */
export function copyOfRepository(): string {
  const copy = emptyFolder();
  copyCheckout(root, copy);
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}

/** Packs and returns the tarball's path. */
export function pack(copy: string, ...args: string[]): string {
  const into = emptyFolder();
  npm(["pack", "--pack-destination", into, ...args], copy);
  const [tarball = ""] = readdirSync(into);
  return join(into, tarball);
}

/** A folder in which the packages are installed, with nothing from the network. */
export function installed(...tarballs: string[]): string {
  const folder = emptyFolder();
  npm(["install", "--offline", "--legacy-peer-deps", "--no-audit", "--no-fund", ...tarballs], folder);
  return folder;
}

/** The program as the package's manifest names it. */
export function programOf(folder: string): string {
  const place = join(folder, "node_modules", "genesys-eventbridge");
  const { bin } = JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
  return join(place, bin["genesys-eventbridge"]);
}
