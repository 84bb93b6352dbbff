/** `node bin/run.cjs test/rehearsal/write-edited.ts FROM TO [EDIT …]`: writes the environments of FROM with these edits, or with all that destroy nothing. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environmentFiles } from "../../config/files";
import { load } from "../../config/load";
import { type EnvironmentValue, edits, keyed, removals } from "./edits";

const [from = "", to = "", ...wanted] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
for (const file of environmentFiles([], { cwd: ".", folder: from, shown: (path) => path })) {
  const written = load(file).value as EnvironmentValue; // the committed environments are right; a test sees to it
  const chosen = Object.entries(wanted.length === 0 ? edits : { ...edits, ...keyed, ...removals }).filter(
    ([name]) => wanted.length === 0 || wanted.includes(name),
  );
  const edited = chosen.reduce((value, [, edit]) => edit(value), structuredClone(written));
  writeFileSync(join(to, `${file.name}.tfvars.json`), JSON.stringify(edited, null, 2));
}
