import { TerraformResource, type TerraformStack } from "cdktf";
import * as z from "zod";
import { AT_ONCE } from "../../../aws/alarm-kind";
import { arn as arnOf, physicalName } from "../../../aws/names";
import { destinationKeys } from "../../../destinations/destination-keys";
import { type CreationContext, defineDestination } from "../../../destinations/destination-type";
import { arn, text } from "../../../schema/text";

const VAULT = "[a-z0-9-]{1,32}";
const FORM = { form: "1 to 32 small letters, digits or -", pattern: new RegExp(`^${VAULT}$`) };
const OBJECTS = { namespace: "AWS/Vault", name: "Objects", statistic: "Sum" } as const;

/** A type of destination that no AWS has: it keeps whatever arrives, in something of its own that has a lock. */
export const vault = defineDestination({
  type: "vault",
  summary: "Vault: events that nobody may take out again",
  schema: z.strictObject({
    type: z.literal("vault"),
    ...destinationKeys,
    arn: arn("vault", `vault/${VAULT}`, "a vault's ARN such as arn:aws:vault:us-east-1:123456789012:vault/kept")
      .optional()
      .meta({
        description: "A vault that exists.",
        example: "arn:aws:vault:us-east-1:123456789012:vault/kept",
        absent: "a vault is created",
      }),
    vault_name: text(FORM.form, FORM.pattern)
      .optional()
      .meta({ description: "Name of the vault.", example: "kept", absent: "<environment>-<name>" }),
    shelf: z.boolean().default(false).meta({ description: "Events lie on a shelf.", example: true }),
  }),
  example: { type: "vault", vault_name: "kept" },
  within: "region",
  options: [],
  input: "json",
  notes: {
    encryption: "the vault's own, or kms_key_arn",
    limits: "one door",
    failure: "the door stays shut",
    repeat: "one more thing",
    arrival: "whatever lies there",
  },
  monitored: {
    dimensions: (arn) => ({ VaultName: arn.split("/")[1] ?? "" }),
    alarms: [
      {
        ...AT_ONCE,
        kind: "vault-shut",
        subject: "destination",
        when: "the door stays shut",
        metric: { namespace: "AWS/Vault", name: "Refused", statistic: "Sum" },
        advice: "Likeliest: the key is lost. Look first at the door.",
      },
    ],
    count: OBJECTS,
    usage: [{ metric: OBJECTS, label: "locked away", price: 7 }],
  },
  monthly: { label: "vaults", dollars: 11 },
  wholeEvents: () => ({
    id: "input-across-accounts",
    message: "is nothing for a vault, which takes whole events; leave it out",
  }),
  permission: () => ({ kind: "role", actions: ["vault:Lock"] }),
  keyUse: () => ({ service: { sid: "Vaults", principal: "vault.amazonaws.com" } }),
  custody: (_, { kms_key_arn }) => ({
    readers: "nobody",
    retention: "for ever",
    forEver: true,
    encryption: kms_key_arn ?? "the vault's own",
  }),
  creation: {
    keys: ["vault_name", "shelf"],
    nameKey: "vault_name",
    nameForm: FORM,
    name: (keys, environment, name) => keys.vault_name ?? physicalName(environment, name),
    arn: (place, name) => arnOf(place, "vault", `vault/${name}`),
    makes: (_, { name }) => [
      { type: "aws_vault" },
      { type: "aws_vault_door", part: "front", takes: { name: `${name}-door`, kind: "door", within: "world" } },
    ],
    create: ({ scope, id, name }) => ({
      ready: [
        made(scope, id, "aws_vault", { name }),
        made(scope, id, "aws_vault_door", { name: `${name}-door` }, "front"),
      ],
    }),
  },
});

function made(
  scope: TerraformStack,
  id: CreationContext<unknown>["id"],
  type: string,
  attributes: Readonly<Record<string, string>>,
  part?: string,
) {
  const resource = new TerraformResource(scope, id({ tfResourceType: type }, part), { terraformResourceType: type });
  for (const [key, value] of Object.entries(attributes)) resource.addOverride(key, value);
  return resource;
}
