import { execFileSync } from "node:child_process";
import { cpSync, lstatSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";

/** Copies the files of a checkout, as far as Git knows or would take them. */
export function copyCheckout(from: string, to: string): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: from });
  for (const file of listed.toString().split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(from, file), join(to, file));
  }
}

/** Runs npm in a folder, without what an npm that runs this says of its own. */
export function npm(args: readonly string[], cwd: string): string {
  const env = Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name));
  const shell = process.platform === "win32";
  return execFileSync("npm", [...args], { cwd, encoding: "utf8", shell, stdio: "pipe", env: Object.fromEntries(env) });
}

/** Packs a copy of a checkout with its packages, since package.json is another one meanwhile, and returns the tarball's path. */
export function packCheckout(from: string, folder: string): string {
  copyCheckout(from, folder);
  symlinkSync(join(from, "node_modules"), join(folder, "node_modules"), "junction");
  npm(["pack"], folder);
  const [tarball = ""] = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  return join(folder, tarball);
}

/** The bytes that the files below occupy; one that is linked twice counts twice. */
export function occupied(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files.reduce(
    (sum, entry) => (entry.isFile() ? sum + lstatSync(join(entry.parentPath, entry.name)).size : sum),
    0,
  );
}
