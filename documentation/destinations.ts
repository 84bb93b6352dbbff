import * as z from "zod";
import type { KeyUse } from "../aws/key-use";
import { destinationTypes } from "../destinations";
import type { DestinationType } from "../destinations/destination-type";
import { kmsKeyStatements } from "../modules/kms-key-policy";
import { code, table } from "../report/formats/markdown/text";
import { link, prose } from "./markdown";
import { permissionOf } from "./permission";
import { formHeading } from "./sections";

const PLACE = { aws_region: "<region>", aws_account_id: "<account>" };
const BUSES = ["arn:aws:events:<region>:<account>:event-bus/<event bus>"];
const ENCRYPTED = {
  buses: BUSES,
  archivedBuses: BUSES,
  rules: ["arn:aws:events:<region>:<account>:rule/<event bus>/*"],
  busLogGroups: ["arn:aws:logs:<region>:<account>:log-group:/aws/vendedlogs/events/<environment>/<stream>"],
  uses: destinationTypes.flatMap(keyUses),
  alarmTopic: true,
};

function keyUses(type: DestinationType): KeyUse[] {
  const arn = type.creation?.arn(PLACE, `<${type.type}>`);
  return arn === undefined || type.keyUse === undefined ? [] : [type.keyUse(PLACE, arn)];
}

const WITHIN: Readonly<Record<DestinationType["within"], string>> = {
  account: "the account and region of the bus",
  region: "the region of the bus",
  anywhere: "anywhere",
};
const INPUT: Readonly<Record<DestinationType["input"], string>> = {
  json: "the whole event, or what the target says",
  "log-event": "the whole event; `fields` and `template` as the message of a log event",
  own: "what the destination's own keys say",
};

/** `docs/reference/destinations.md`: what the registry says of each type; keys are in `docs/reference/configuration.md`. */
export function destinationsPage(): string {
  const types: readonly DestinationType[] = destinationTypes;
  const rows = types.map((type) => [link(type.type, code(type.type)), prose(type.summary), created(type)]);
  const connected = types
    .filter((type) => keyUses(type).some(({ connection }) => connection))
    .map(({ type }) => code(type))
    .join(" and ");
  return `# Destinations
Made by \`npm run docs\` from the registry of destination types; do not edit. [Configuration](configuration.md) has the keys of each.

${table(["type", "what it is", "created without `arn`"], rows)}

Every target has a dead-letter queue unless it says \`dead_letter = false\`, and retries for 24 hours. A missing permission or a
destination that is gone is not tried again: the event goes to the dead-letter queue at once.

${types.map(section).join("\n\n")}

## A key of your own
With \`kms_key_arn\`, the key's policy must contain these statements beside its owner's; the output \`kms_key_policy\` has them with
the names of the stack, and only those that it needs; the plan shows it before anything is made. Put them into the key's policy
before the first apply: without \`EventBridgeFindsTheKey\` AWS refuses the event bus.

- Only the statements for topics have no condition, \`EventBridgePublishes\` and \`AlarmsNotify\`: with one, a topic would get nothing.
- \`Roles\` and \`Connections\` name the account, so that IAM decides which role it is: a key's policy may not name a role that
  does not exist yet.
- For ${connected} the key must also have the tag \`EventBridgeApiDestinations = true\`, or AWS refuses the connection.

\`\`\`json
${JSON.stringify(kmsKeyStatements(PLACE, ENCRYPTED), null, 2)}
\`\`\`
`;
}

function created(type: DestinationType): string {
  if (type.creation === undefined) return "no, `arn` is required";
  return type.schema instanceof z.ZodObject && "arn" in type.schema.shape ? "yes" : "always";
}

function section(type: DestinationType): string {
  const { arrival, encryption, limits, failure, repeat } = type.notes;
  const options = type.options.map(code).join(", ");
  const keys = link(formHeading("destinations.<name>", "type", type.type), "its keys", "configuration.md");
  return `## ${code(type.type)}
${prose(type.summary)}; ${keys}.

- **Where it may be:** ${WITHIN[type.within]}
- **Created without \`arn\`:** ${created(type)}
- **Permission:** ${permissionOf(type)}
- **What it gets:** ${INPUT[type.input]}${options && `\n- **Options of a target for it:** ${options}`}
- **Where it is found:** ${prose(arrival)}
- **Encryption:** ${prose(encryption)}
- **Limits:** ${prose(limits)}
- **What a failure looks like:** ${prose(failure)}
- **The same event a second time, as by a replay:** ${prose(repeat)}`;
}
