// Writes docs/api/genesys-eventbridge.api.md, or with --print shows it: the library's public types, whose every change is one of the API.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { declarationsOf } from "./declarations.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const sections = Object.entries(declarationsOf(root))
  .sort(([a], [b]) => Number(b === "index.d.ts") - Number(a === "index.d.ts"))
  .map(([file, text]) => `## ${file}\n\`\`\`ts\n${text.trim()}\n\`\`\`\n`);
const page = [
  "# The library's public types",
  "Made by `npm run docs` from `library/`; do not edit. A line that goes or changes here is a breaking change of the package",
  "(`CHANGELOG.md`); one that is added is a new feature. [How to use it](../how-to/use-the-package.md).",
  "",
  ...sections,
].join("\n");

if (process.argv.includes("--print")) process.stdout.write(page);
else {
  mkdirSync(join(root, "docs", "api"), { recursive: true });
  writeFileSync(join(root, "docs", "api", "genesys-eventbridge.api.md"), page);
}
