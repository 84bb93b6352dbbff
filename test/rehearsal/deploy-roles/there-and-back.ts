/**
 * Run by the rig in a stack that it has applied: `RIG STACK with -- node bin/run.cjs test/rehearsal/deploy-roles/there-and-back.ts
 * EDITED STACK`. Applies the edited stack and the first one again, so that everything is changed, added and taken away, and destroys it.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const cwd = process.env.REHEARSE_STACK ?? ".";
const FILE = "cdk.tf.json";
const terraform = (...args: readonly string[]) =>
  execFileSync("terraform", [...args, "-no-color"], { cwd, stdio: ["ignore", "ignore", "inherit"] });

/**
 * Puts an edited stack in the place of the applied one. A stage of an HTTP API stays as it was applied: moto knows neither its update nor
 * its tags; the API and its route show the same actions (PATCH, POST and DELETE).
 */
function edit(folder: string): void {
  const [applied, edited] = [cwd, folder].map((place) => JSON.parse(readFileSync(join(place, FILE), "utf8")));
  const stages = edited.resource.aws_apigatewayv2_stage ?? {};
  for (const name of Object.keys(stages))
    stages[name] = applied.resource.aws_apigatewayv2_stage?.[name] ?? stages[name];
  writeFileSync(join(cwd, FILE), JSON.stringify(edited, null, 2));
}

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
    edit(folder);
    terraform("apply", "-auto-approve");
  }
  terraform("destroy", "-auto-approve");
}

void main();
