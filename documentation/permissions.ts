import { resourceTypes } from "../aws/resources";
import { code, table } from "../report/formats/markdown/text";

/** `docs/reference/permissions.md`: what whoever deploys a stack must be allowed to do, by the types of its resources. */
export function permissionsPage(): string {
  const rows = Object.entries(deployActions()).map(([type, actions]) => [code(type), actions.map(code).join(", ")]);
  return `# Permissions to deploy
Made by \`npm run docs\` from \`aws/resources/\`; do not edit. \`npm run init -- bootstrap dev --github OWNER/REPOSITORY\` writes roles with
these permissions for the resources of one environment: [how to use it](../how-to/bootstrap.md).

## AWS
A role needs the rows of those types that its plan names; \`terraform show -json plan.bin\` lists them. The calls are those that the
AWS provider was seen to make while it created, read, changed and destroyed a stack, with those added that its other versions and
the services themselves ask for.

${table(["type", "actions"], rows)}

- **Every stack** has a bus, rules, targets and a dead-letter queue; all but the smallest have a role, alarms and a dashboard.
- **\`iam:PassRole\`** is for the roles of the stack, each for the service that assumes it.
- **\`iam:CreateServiceLinkedRole\`** is for \`apidestinations.events.amazonaws.com\` (the first \`http\` or \`pagerduty\`) and
  \`schemas.amazonaws.com\` (the first \`schema_discovery\`) of the account. The secrets of connections are named \`events!connection/*\`.
- **\`kms:\`** actions are for \`kms_key_arn\`, and for the own key of a secret or parameter that is read.
- **State in S3:** \`s3:ListBucket\` on the bucket, \`s3:GetObject\` and \`s3:PutObject\` on the key, and \`s3:DeleteObject\` on the lock file beside
  it (\`<key>.tflock\`). With \`kms_key_id\`, \`kms:Decrypt\` and \`kms:GenerateDataKey\` on that key.
- **A plan alone** needs what begins with \`Describe\`, \`Get\` or \`List\`, which is also in the AWS managed policy \`ReadOnlyAccess\`, but for
  \`secretsmanager:GetSecretValue\`. Secrets are read at every plan.

## Genesys Cloud
An OAuth client of the grant type *client credentials*, in whose role is:

| permission | for |
| --- | --- |
| Integrations > Integration > View, Add, Edit, Delete (\`integrations:integration:*\`) | the integration of each stream |

At every start, also for a plan, the provider asks for a token for each integration and one more (\`POST /oauth/token\`), for the
organization (\`GET /api/v2/organizations/me\`) and for its products (\`GET /api/v2/authorization/products\`, which needs no permission). A proxy
or firewall must let these through. Where a client has scopes, it needs \`integrations\`, \`organization:readonly\` and
\`authorization:readonly\`. Nothing of this is needed where every stream has \`manage_integration = false\`.
`;
}

/** Returns the actions by type of resource, data sources last. */
export function deployActions(): Record<string, string[]> {
  const types = Object.entries(resourceTypes).flatMap(([type, { deploy = [] }]) => {
    const actions = deploy.flatMap(({ read = [], write = [] }) => [...read, ...write]);
    return actions.length === 0 ? [] : [[type, [...new Set(actions)].sort()] as const];
  });
  return Object.fromEntries(types.sort(([one], [other]) => (one < other ? -1 : 1)));
}
