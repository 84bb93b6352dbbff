import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { strToU8, zipSync } from "fflate";
import { onceForText } from "../text/once";

/** The earliest time that a ZIP file can hold, so that the time of a build is no part of it. */
const TIME = new Date(1980, 0, 1);

const root = () => process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();

/** Returns what a function's bundle.json names: modules in the place of packages that cannot be bundled, or have no use here. */
function replacementsOf(name: string): Record<string, string> | undefined {
  const file = join(root(), "functions", name, "bundle.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).instead : undefined;
}

/** Returns the code of a function of ours, bundled from its folder: the same text from the same sources on any machine. */
export function functionCode(name: string): string {
  const alias = replacementsOf(name);
  const { outputFiles } = buildSync({
    // What packages that are modules ask for, and CommonJS has not.
    ...(alias && { alias, define: { "import.meta.url": '"file:///var/task/index.js"' } }),
    absWorkingDir: root(),
    entryPoints: [`functions/${name}/index.ts`],
    bundle: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    // The runtime has AWS's SDK on board: docs/decisions/functions.md.
    external: ["@aws-sdk/*"],
    // By require, as the runtime's SDK is CommonJS.
    supported: { "dynamic-import": false },
    charset: "utf8",
    legalComments: "none",
    // Nothing of this machine's tsconfig.json files above the project.
    tsconfigRaw: {},
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** Returns the archive that Lambda gets: one file, with a fixed time. JavaScript compresses it, as each zlib does so differently. */
export const functionArchive = onceForText(
  (name: string): Uint8Array =>
    zipSync({ "index.js": [strToU8(functionCode(name)), { mtime: TIME, os: 3, attrs: 0o644 << 16 }] }, { level: 9 }),
);

/** Returns the hash by which Terraform and Lambda know the code. */
export function codeHash(name: string): string {
  return createHash("sha256").update(functionArchive(name)).digest("base64");
}
