// Builds the program of the container, in one file that needs no packages: `node bridge/build.mjs FILE`.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundleProgram } from "../bin/bundle.mjs";

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("usage: node bridge/build.mjs FILE\n");
  process.exit(2);
}
const project = fileURLToPath(new URL("..", import.meta.url));
const { code } = await bundleProgram(project, "commands/bridge/container.ts", { external: [], minify: true });
writeFileSync(file, code);
