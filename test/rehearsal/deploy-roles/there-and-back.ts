/**
 * Run by the rig in a stack that it has applied: `RIG STACK with -- node bin/run.cjs test/rehearsal/deploy-roles/there-and-back.ts
 * EDITED STACK`. Applies the edited stack and the first one again, so that everything is changed, added and taken away, and destroys it.
 */
import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";

const cwd = process.env.REHEARSE_STACK ?? ".";
const FILE = "cdk.tf.json";
const terraform = (...args: readonly string[]) =>
  execFileSync("terraform", [...args, "-no-color"], { cwd, stdio: ["ignore", "ignore", "inherit"] });

/** Makes the bucket for access logs that an edit names, as whoever owns it has made it. */
async function makeLogBucket(): Promise<void> {
  const url = `${process.env.AWS_ENDPOINT_URL}/acme-access-logs`;
  const Statement = [
    {
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: "arn:aws:s3:::acme-access-logs/*",
    },
  ];
  await fetch(url, { method: "PUT" });
  await fetch(`${url}?policy`, { method: "PUT", body: JSON.stringify({ Version: "2012-10-17", Statement }) });
}

async function main(): Promise<void> {
  await makeLogBucket();
  for (const folder of process.argv.slice(2)) {
    cpSync(join(folder, FILE), join(cwd, FILE));
    terraform("apply", "-auto-approve");
  }
  terraform("destroy", "-auto-approve");
}

void main();
