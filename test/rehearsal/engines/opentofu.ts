/**
 * `node bin/run.cjs test/rehearsal/engines/opentofu.ts RIG EVENT [--build]`: with OpenTofu instead of Terraform, every committed environment is
 * applied, planned again and destroyed, and the event is delivered in `dev`; and what Terraform deployed, CDKTF's command
 * line leaves as it is when it runs OpenTofu.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { rehearse } from "../rig";
import { Account, APPLIED, cdktf, DESTROYED, NO_CHANGE } from "./account";
import { tofu } from "./tofu";

const [rig = "", event = "", ...options] = process.argv.slice(2);

async function main(folder: string, work: string): Promise<void> {
  const PATH = [folder, process.env.PATH].join(delimiter);
  const account = new Account(rig, work);
  await account.synthesize();
  for (const name of account.names) {
    const { code, output } = await rehearse(rig, [account.stack(name), "cycle", ...account.needed], { PATH });
    if (code !== 0) throw new Error(`${name} does not pass with OpenTofu:\n${output}`);
    console.log(`OpenTofu: ${name}: applied, planned again, destroyed`);
  }
  const { code, output } = await rehearse(rig, [account.stack("dev"), "send", event], { PATH });
  if (code !== 0 || !/^1 delivered$/m.test(output)) throw new Error(`dev delivers nothing with OpenTofu:\n${output}`);
  console.log("OpenTofu: dev: 1 delivered");
  const withTofu = { ...cdktf, env: { PATH, TERRAFORM_BINARY_NAME: "tofu" } };
  await account.expect(APPLIED, cdktf, "deploy", "dev");
  await account.expect(NO_CHANGE, withTofu, "diff", "dev");
  await account.expect(DESTROYED, withTofu, "destroy", "dev");
}

const folder = tofu(options.includes("--build"));
if (folder !== undefined) {
  const work = mkdtempSync(join(tmpdir(), "opentofu-"));
  void main(folder, work).finally(() => rmSync(work, { recursive: true, force: true }));
}
