// `transpile.mjs FILE`: bench/plain.ts as tsc would leave it to a user, so with CDKTF as it comes, from node_modules.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

await build({
  entryPoints: [fileURLToPath(new URL("plain.ts", import.meta.url))],
  outfile: process.argv[2],
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "cjs",
});
