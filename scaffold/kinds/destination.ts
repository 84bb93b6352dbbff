import type { Kind, Names } from "../kind";
import { withEntry, withImport } from "../registry-line";

export const destination: Kind = {
  kind: "destination",
  files: (names) => ({
    [`destinations/${names.kebab}.ts`]: source(names),
    [`test/destinations/${names.kebab}.test.ts`]: test(names),
  }),
  registries: {
    "destinations/index.ts": (text, { camel, kebab }) => withEntry(withImport(text, camel, `./${kebab}`), camel),
  },
  next: ({ kebab }) => [
    `write into destinations/${kebab}.ts its real ARN, actions, notes and custody; destinations/sqs.ts shows one that is created`,
    "describe the Terraform resources that it makes in aws/resources/, so that the report knows them",
    "npm run format, npm run docs, then npm test",
  ],
};

function source({ kebab, snake, camel }: Names): string {
  return `import * as z from "zod";
import { arn } from "../schema/text";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";

const RESOURCE = "${kebab}/[A-Za-z0-9._-]{1,64}";
const EXAMPLE = "${exampleOf(kebab)}";

export const ${camel} = defineDestination({
  type: "${snake}",
  summary: "${kebab}: events for whoever reads there",
  schema: z.strictObject({
    type: z.literal("${snake}"),
    ...destinationKeys,
    arn: arn("${kebab}", RESOURCE, \`an ARN such as \${EXAMPLE}\`).meta({
      description: "One that exists; a role that may write to it is added.",
      example: EXAMPLE,
    }),
  }),
  example: { type: "${snake}", arn: EXAMPLE },
  within: "account",
  options: [],
  input: "json",
  notes: {
    encryption: "its own",
    limits: "none known",
    failure: "dead-letter queue with NO_PERMISSIONS",
    repeat: "one more",
    arrival: "whatever lies there",
  },
  monitored: { alarms: [], usage: [] },
  permission: () => ({ kind: "role", actions: ["${kebab}:Put"] }),
  custody: () => ({
    readers: "whoever its owner lets read it; this file does not say",
    retention: "its owner's; this file does not say",
    encryption: "its owner's; this file does not say",
  }),
});
`;
}

function test({ kebab, snake }: Names): string {
  return `import { file } from "../support/environment";
import { allows } from "../support/policy";
import { resource, synthesized } from "../support/stack";

const ARN = "${exampleOf(kebab)}";

test("may write to the one that is named, and to no other", () => {
  const stack = synthesized(file({ destination: \`type = "${snake}"\\narn = "\${ARN}"\` }));
  const { policy } = resource(stack, "aws_iam_role_policy");

  expect(allows(policy, { service: "", action: "${kebab}:Put", resource: ARN })).toBe(true);
  expect(allows(policy, { service: "", action: "${kebab}:Put", resource: \`\${ARN}-2\` })).toBe(false);
});
`;
}

function exampleOf(kebab: string): string {
  return `arn:aws:${kebab}:us-east-1:123456789012:${kebab}/calls`;
}
