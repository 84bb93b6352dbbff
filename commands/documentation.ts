import * as z from "zod";
import { destinationTypes } from "../modules/destinations";
import type { DestinationType, Permission } from "../modules/destinations/destination-type";
import { kmsKeyStatements } from "../modules/kms-key-policy";

const PLACE = { aws_region: "<region>", aws_account_id: "<account>" };

/** `docs/destinations.md`, as the registry and the schemas have it; a test compares the two. */
export function destinationsPage(): string {
  const types: readonly DestinationType[] = destinationTypes;
  return `# Destinations
Made by \`npm run docs\` from the registry of destination types; do not edit.

| type | what it is | created without \`arn\` | permission | encryption | limits | what a failure looks like |
| --- | --- | --- | --- | --- | --- | --- |
${types.map(summaryRow).join("\n")}

Every target has a dead-letter queue unless it says \`dead_letter = false\`, and retries for 24 hours. A missing permission or a
destination that is gone is not tried again: the event goes to the dead-letter queue at once.

${types.map(section).join("\n\n")}

## A key of your own
With \`kms_key_arn\`, the key's policy must contain these statements beside its owner's; the output \`kms_key_policy\` has them with
the names of the stack, and only those that it needs. EventBridge's has no source in it: a topic would get nothing.

\`\`\`json
${JSON.stringify(kmsKeyStatements(PLACE, ["arn:aws:logs:<region>:<account>:log-group:<log group>"], true), null, 2)}
\`\`\`
`;
}

function summaryRow(type: DestinationType): string {
  const { encryption, limits, failure } = type.notes;
  const created = type.creation === undefined ? "no, `arn` is required" : hasArn(type) ? "yes" : "always";
  return `| [\`${type.type}\`](#${type.type}) | ${type.summary} | ${created} | ${permissionOf(type)} | ${encryption} | ${limits} | ${failure} |`;
}

function hasArn({ schema }: DestinationType): boolean {
  return schema instanceof z.ZodObject && "arn" in schema.shape;
}

/** For what is created, and for what exists where that differs. */
function permissionOf(type: DestinationType): string {
  const created = words(type.permission({ type: type.type }));
  const existing = words(type.permission({ type: type.type, arn: "arn" }));
  return created === existing ? created : `${created}; beside \`arn\`, ${existing}`;
}

function words(permission: Permission): string {
  switch (permission.kind) {
    case "role":
      return `a role with ${permission.actions.map((action) => `\`${action}\``).join(" and ")}, for the bus's rules`;
    case "log-policy":
      return "the stack's Logs resource policy, for the bus's rules";
    case "resource-policy":
      return `its own policy with \`${permission.action}\`, ${permission.fromRules ? "for the bus's rules" : "without a condition, which would keep events out"}`;
    case "function-permission":
      return "the function's permission `lambda:InvokeFunction`, for the bus's rules";
    default:
      return permission satisfies never;
  }
}

function section(type: DestinationType): string {
  const shape = type.schema instanceof z.ZodObject ? Object.entries<z.ZodType>(type.schema.shape) : [];
  const rows = shape.filter(([key]) => key !== "type").map(([key, field]) => keyRow(key, field));
  return `## ${type.type}
${type.summary}.

| key | meaning | left out | example |
| --- | --- | --- | --- |
${rows.join("\n")}`;
}

function keyRow(key: string, field: z.ZodType): string {
  const { description = "", absent, example } = z.globalRegistry.get(field) ?? {};
  const value =
    field instanceof z.ZodDefault ? `\`${JSON.stringify(field.def.defaultValue)}\`` : (absent ?? "required");
  return `| \`${key}\` | ${description} | ${value.replaceAll("|", "\\|")} | \`${JSON.stringify(example)}\` |`;
}
