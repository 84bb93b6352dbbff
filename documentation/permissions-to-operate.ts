import { readFileSync } from "node:fs";
import { parseEnvironment } from "../config/environment";
import type { Environment } from "../config/model";
import { policies } from "../operate/policies";

/** `docs/reference/permissions-to-operate.md`: the IAM policy of every command that works with the account, for `environments/dev.tfvars`. */
export function permissionsToOperatePage(): string {
  const environment = dev();
  const sections = Object.entries(policies).map(([name, policyOf]) => {
    const text = JSON.stringify({ Version: "2012-10-17", Statement: policyOf(environment) }, null, 2);
    return `## \`${name}\`\n\`\`\`json\n${text}\n\`\`\`\n`;
  });
  return `# Permissions to operate
Made by \`npm run docs\` from \`operate/policies.ts\`; do not edit. What each command that works with the AWS account must be allowed, for the
environment of the first steps, \`environments/dev.tfvars\`. With \`--policy\`, each prints the same for yours. A test
compares the policies with the calls that the commands make: nothing is missing, and nothing is held that they do not use.

Who the credentials are of (\`sts:GetCallerIdentity\`) everybody may ask. Credentials of another account than the environment's assume its
\`aws_assume_role_arn\`, where the file has one, and need \`sts:AssumeRole\` for it. \`GENESYS_EVENTBRIDGE_CALLS=FILE\` keeps a line for
each call that a command makes.

${sections.join("\n")}`;
}

function dev(): Environment {
  const path = "environments/dev.tfvars";
  const { environment } = parseEnvironment({ name: "dev", path, bytes: readFileSync(path) });
  if (environment === undefined) throw new Error(`${path} is wrong`);
  return environment;
}
