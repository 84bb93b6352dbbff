import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { kept } from "./kept";

/** A version that cdktn's command line runs on: it wants 22.19 or newer. */
const VERSION = "22.23.3";

/** Returns the folder of a Node.js that is new enough: this one's, or one from the npm registry. */
export function newerNode(): string {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 19)) return dirname(process.execPath);
  const name = `node-${process.platform}-${process.arch}`;
  const folder = kept("node", VERSION, (draft) => {
    writeFileSync(join(draft, "package.json"), "{}");
    execFileSync("npm", ["install", "--no-audit", "--no-fund", `${name}@${VERSION}`], { cwd: draft, stdio: "pipe" });
  });
  return join(folder, "node_modules", name, "bin");
}
