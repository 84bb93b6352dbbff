import type { TerraformStack } from "cdktf";
import type { KeyUse } from "../aws/key-use";
import { busArn, logicalId, partName, ruleArn, UNKNOWN_ORGANIZATION } from "../aws/names";
import type { Environment, Stream } from "../config/model";
import { asksOrganization } from "../config/organization";
import type { Envelope } from "../genesys/envelope";
import { knownAs } from "../schema/identity";
import { streamType } from "../streams";
import { functionsOf } from "../streams/parts/functions";
import type { Feed, Origin } from "../streams/stream-type";
import { address } from "./address";
import * as bindings from "./bindings";
import type { DeadLetterQueue } from "./dead-letter-queue";
import { createFunctions, functionKeyUse } from "./function";
import type { Sender } from "./permission";

/** A stream's bus by its names. */
export interface NamedBus extends Sender {
  /** The exact source of the stream's events. */
  readonly source: string;
  readonly bus: string;
  readonly envelope: Envelope;
  /** The uses of the environment's key by what feeds the bus. */
  readonly keyUses: readonly KeyUse[];
}

/**
 * Returns the organization's id: the file's own, or else the one that Genesys Cloud reports. Either is known when planning, so
 * that no name that is made from it can make Terraform replace anything.
 */
export function organizationId(stack: TerraformStack, environment: Environment): string {
  const { organization_id } = environment;
  if (!asksOrganization(environment)) return organization_id ?? UNKNOWN_ORGANIZATION;
  const { DataGenesyscloudOrganizationsMe } = bindings;
  const me = new DataGenesyscloudOrganizationsMe(stack, address(DataGenesyscloudOrganizationsMe, "organization"));
  // No CDKTF token, which would not be filled in inside of a condition.
  if (organization_id === undefined) return `\${data.${me.terraformResourceType}.${me.friendlyUniqueId}.id}`;
  me.addOverride("lifecycle.postcondition", [
    {
      condition: `\${lower(self.id) == "${organization_id}"}`,
      error_message: `The credentials are for the Genesys Cloud organization \${self.id}, but organization_id is ${organization_id}: use the credentials of that organization, or mend organization_id.`,
    },
  ]);
  return organization_id;
}

/** Returns the names and ARNs of every stream's bus, known before anything exists, so that nothing unknown replaces anything. */
export function namedBuses(environment: Environment, organization: string): NamedBus[] {
  return Object.entries(environment.streams).map(([stream, keys]) => {
    const type = streamType(keys.type);
    const called = knownAs(stream, keys);
    const origin: Origin = { environment: environment.name, stream: called, organization };
    const bus = type.bus(keys, origin);
    return {
      stream,
      knownAs: called,
      source: type.source(keys, origin),
      bus,
      envelope: type.envelope,
      keyUses: [
        ...functionsOf(type, environment, stream, keys).map((plan) => functionKeyUse(environment, plan)),
        ...(type.keyUse === undefined ? [] : [type.keyUse(keys, origin, environment)]),
      ],
      busArn: busArn(environment, bus),
      ruleArn: ruleArn(environment, bus),
    };
  });
}

/** Makes the resources that come before a stream's bus, the functions that it needs among them. */
export function createFeed(
  scope: TerraformStack,
  environment: Environment,
  { stream, knownAs: name, source, bus, busArn }: NamedBus,
  keys: Stream,
  deadLetters: DeadLetterQueue,
  tags: Record<string, string>,
): Feed {
  const type = streamType(keys.type);
  const plans = functionsOf(type, environment, stream, keys);
  const madeFunction = createFunctions(scope, environment, stream, plans, deadLetters, tags);
  const id = (resource: { readonly tfResourceType: string }, part?: string) =>
    address(resource, part === undefined ? stream : partName(stream, part));
  const of = { id, logicalId: logicalId(stream), place: environment, environment: environment.name };
  const own = { deadLetters: deadLetters.arn, madeFunction };
  return type.create({ scope, bindings, ...of, ...own, name, source, bus, busArn, tags, keys });
}
