/**
 * `node bin/run.cjs test/rehearsal/engines/cdktn.ts RIG`: switches a copy of the project to cdktn, as docs/decisions/cdktn.md says. Every
 * committed environment must become the same Terraform but for versions; what CDKTF's command line deployed, cdktn's must leave as it
 * is, destroy, and deploy again.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Account, APPLIED, type CommandLine, cdktf, DESTROYED, NO_CHANGE } from "./account";
import { sameButForVersions } from "./compare";
import { newerNode } from "./newer-node";
import { switchProject } from "./switched-project";

const [rig = ""] = process.argv.slice(2);

async function main(work: string): Promise<void> {
  const project = join(work, "project");
  mkdirSync(project);
  switchProject(project);
  const cdktn: CommandLine = {
    command: "cdktn",
    project,
    env: { PATH: [newerNode(), process.env.PATH].join(delimiter) },
  };
  const account = new Account(rig, work);
  await account.synthesize();
  await account.synthesize(cdktn);
  for (const name of account.names) {
    const [before = "", after = ""] = [cdktf, cdktn].map((line) =>
      readFileSync(join(account.stack(name, line), "cdk.tf.json"), "utf8"),
    );
    const difference = sameButForVersions(before, after);
    if (difference !== "") throw new Error(`cdktn makes something else of ${name}:\n${difference}`);
    console.log(`cdktn: ${name} becomes the same Terraform but for versions`);
  }
  await account.expect(APPLIED, cdktf, "deploy", ...account.names);
  for (const name of account.names) await account.expect(NO_CHANGE, cdktn, "diff", name);
  await account.expect(DESTROYED, cdktn, "destroy", ...account.names);
  await account.expect(APPLIED, cdktn, "deploy", ...account.names);
}

const work = mkdtempSync(join(tmpdir(), "cdktn-"));
void main(work).finally(() => rmSync(work, { recursive: true, force: true }));
