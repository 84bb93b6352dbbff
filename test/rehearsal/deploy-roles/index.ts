/**
 * `node bin/run.cjs test/rehearsal/deploy-roles/index.ts RIG [ENVIRONMENT …]`: applies, edits, edits back and destroys every
 * environment with the real AWS provider and holds each call that it makes against the roles of `init bootstrap`. The role that applies
 * must let all through and hold nothing else; the one that plans, what a plan asks and nothing that changes anything; the roles of
 * other environments, nothing that has a name.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deployStatements } from "../../../bootstrap/statements";
import { parseEnvironment } from "../../../config/environment";
import { environmentFiles } from "../../../config/files";
import type { EnvironmentFile } from "../../../config/load";
import type { Environment } from "../../../config/model";
import { edits } from "../edits";
import { project } from "../rig";
import { faults } from "./faults";
import { record } from "./record";

const [rig = "", ...wanted] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "deploy-roles-"));

const FOLDERS = {
  // Back from other names is not rehearsed: Terraform would make things anew whose names are taken.
  environments: Object.keys(edits).filter((edit) => edit !== "everything renamed"),
  "test/rehearsal/every-destination": ["destinations changed", "a tag added"],
};

function parsed(file: EnvironmentFile): Environment {
  const { environment } = parseEnvironment(file);
  if (environment === undefined) throw new Error(`${file.name} is wrong`);
  return environment;
}

async function main(): Promise<void> {
  try {
    const all = environmentFiles([], { cwd: ".", folder: "environments", shown: (path) => path }).map(parsed);
    for (const [folder, changes] of Object.entries(FOLDERS)) {
      const edited = join(work, "edited");
      await project(["main.ts"], { ENVIRONMENTS_DIR: folder, CDKTF_OUTDIR: join(work, "before") });
      await project(["test/rehearsal/write-edited.ts", folder, edited, ...changes]);
      await project(["main.ts"], { ENVIRONMENTS_DIR: edited, CDKTF_OUTDIR: join(work, "after") });
      for (const file of environmentFiles([], { cwd: ".", folder, shown: (path) => path })) {
        const { name } = file;
        if (wanted.length > 0 && !wanted.includes(name)) continue;
        const environment = parsed(file);
        const path = join(edited, `${name}.tfvars.json`);
        const versions = [environment, parsed({ name, path, bytes: readFileSync(path) })].map(deployStatements);
        const stack = (version: string) => join(work, version, "stacks", name);
        const calls = await record(rig, work, environment, { before: stack("before"), after: stack("after") });
        const others = all.filter((other) => other.name !== name).map(deployStatements);
        const found = faults(calls, environment, versions, others);
        if (found.length > 0) throw new Error(`the roles of ${name} are not right:\n${found.join("\n")}`);
        console.log(`${name}: ${calls.length} calls, each let through, and nothing more is held`);
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
