import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { Destination, Environment } from "../config/model";
import { roleName } from "../config/names";
import { address } from "./address";
import * as bindings from "./bindings";
import { destinationType } from "./destinations";
import type { DestinationType, Permission } from "./destinations/destination-type";
import { grantFunction, grantRole, ruleArns, type Sender } from "./permission";
import { fromRules, resourcePolicy, type Statement } from "./policy";

type ResourcePolicy = Extract<Permission, { kind: "resource-policy" }>;

/** A destination that targets can point to. */
export interface Place {
  readonly key: string;
  readonly keys: Destination;
  readonly type: DestinationType;
  readonly arn: string;
  readonly permission: Permission;
  readonly senders: readonly Sender[];
  readonly roleArn?: string;
  /** What must exist before the first event is sent here, lest it be lost. */
  readonly ready: ITerraformDependable[];
}

/** Makes the destination unless it exists, and lets the rules of its senders deliver there. */
export function createDestination(
  stack: TerraformStack,
  environment: Environment,
  entry: readonly [string, Destination],
  senders: readonly Sender[],
  tags: Record<string, string>,
): Place {
  const [key, keys] = entry;
  const type = destinationType(keys.type);
  const permission = type.permission(keys);
  const { arn, policyArn, ready } = madeOrNamed(stack, environment, entry, senders, tags);
  const place = { key, keys, type, permission, senders, arn, ready };
  if (senders.length === 0) return place;
  switch (permission.kind) {
    case "role": {
      const statements: Statement[] = [{ Effect: "Allow", Action: permission.actions, Resource: policyArn }];
      const kmsKey = keys.arn === undefined && permission.encrypts ? environment.kms_key_arn : undefined;
      if (kmsKey !== undefined) statements.push({ Effect: "Allow", Action: "kms:GenerateDataKey", Resource: kmsKey });
      const role = grantRole(stack, environment, { key, statements, senders }, tags);
      return { ...place, roleArn: role.arn, ready: [...ready, role.policy] };
    }
    case "function-permission":
      return { ...place, ready: [...ready, ...grantFunction(stack, environment, key, arn, senders)] };
    case "log-policy":
    case "resource-policy":
      return place; // the stack's Logs policy, or the destination's own, which is made with it
    default:
      return permission satisfies never;
  }
}

/** `policyArn`: the ARN as policies name it; the same but where AWS adds a part that cannot be composed. */
function madeOrNamed(
  stack: TerraformStack,
  environment: Environment,
  [key, keys]: readonly [string, Destination],
  senders: readonly Sender[],
  tags: Record<string, string>,
): { arn: string; policyArn: string; ready: ITerraformDependable[] } {
  const type = destinationType(keys.type);
  const permission = type.permission(keys);
  if (keys.arn !== undefined || type.creation === undefined) {
    const arn = keys.arn ?? "";
    return { arn, policyArn: arn, ready: [] };
  }
  const name = type.creation.name(keys, environment.name, key);
  const arn = type.creation.arn(environment, name);
  const made = type.creation.create({
    scope: stack,
    bindings,
    id: (resource, part) => address(resource, part === undefined ? key : `${key}_${part}`),
    place: environment,
    name,
    roleName: (purpose) => roleName(environment.name, key, purpose),
    tags,
    keys,
    policy: permission.kind === "resource-policy" ? resourcePolicy(arn, allowed(permission, senders)) : "",
  });
  return { arn: made.arn ?? arn, policyArn: arn, ready: made.ready };
}

function allowed({ action, fromRules: narrow }: ResourcePolicy, senders: readonly Sender[]) {
  if (senders.length === 0) return undefined;
  return { Action: action, ...(narrow && { Condition: fromRules(ruleArns(senders)) }) };
}
