import type { ITerraformDependable, TerraformStack } from "cdktf";
import { partName, roleName } from "../aws/names";
import { fromSources, resourcePolicy, type Statement, viaService } from "../aws/policy";
import type { Destination, Environment } from "../config/model";
import { destinationType } from "../destinations";
import type { DestinationType, Permission } from "../destinations/destination-type";
import { creationOf, deliveryArn } from "../destinations/parts/creation";
import { destinationFunctions } from "../destinations/parts/functions";
import { knownAs } from "../schema/identity";
import { address } from "./address";
import type { CloudwatchLogResourcePolicy } from "./bindings";
import * as bindings from "./bindings";
import type { DeadLetterQueue } from "./dead-letter-queue";
import { createFunctions } from "./function";
import { grantFunction, grantRole, ruleArns, type Sender } from "./permission";

type ResourcePolicy = Extract<Permission, { kind: "resource-policy" }>;

/** A destination as targets point to it. */
export interface Receiver {
  readonly key: string;
  /** The destination's name, as names in AWS have it. */
  readonly knownAs: string;
  readonly keys: Destination;
  readonly type: DestinationType;
  readonly arn: string;
  readonly permission: Permission;
  readonly senders: readonly Sender[];
  readonly roleArn?: string;
  /** The resources that must exist before the first event is sent here, or it is lost. */
  readonly ready: readonly ITerraformDependable[];
}

/** Makes the destination unless it exists, and lets the rules of its senders deliver there. */
export function createDestination(
  stack: TerraformStack,
  environment: Environment,
  [key, keys]: readonly [string, Destination],
  senders: readonly Sender[],
  logPolicy: CloudwatchLogResourcePolicy | undefined,
  deadLetters: DeadLetterQueue,
  tags: Record<string, string>,
): Receiver {
  const type = destinationType(keys.type);
  const permission = type.permission(keys);
  const use = { key, knownAs: knownAs(key, keys), keys, type, permission, senders };
  const { arn, policyArn, ready } =
    creationOf(keys) === undefined ? existing(keys.arn ?? "") : make(stack, environment, use, deadLetters, tags);
  const receiver = { ...use, arn, ready };
  if (senders.length === 0) return receiver;
  switch (permission.kind) {
    case "role": {
      const statements: Statement[] = [{ Effect: "Allow", Action: permission.actions, Resource: policyArn }];
      const { kms_key_arn: kmsKey } = environment;
      if (creationOf(keys) !== undefined && permission.encrypts !== undefined && kmsKey !== undefined)
        statements.push(useOfKey(environment, kmsKey, permission.encrypts));
      const role = grantRole(stack, environment, { ...receiver, statements }, tags);
      return { ...receiver, roleArn: role.arn, ready: [...ready, role.policy] };
    }
    case "function-permission":
      return { ...receiver, ready: [...ready, ...grantFunction(stack, environment, receiver, senders)] };
    case "log-policy":
      return { ...receiver, ready: [...ready, ...(logPolicy === undefined ? [] : [logPolicy])] };
    case "resource-policy":
      return receiver; // it is made with the destination
    default:
      return permission satisfies never;
  }
}

function useOfKey(environment: Environment, kmsKey: string, service: string): Statement {
  return {
    Effect: "Allow",
    Action: "kms:GenerateDataKey",
    Resource: kmsKey,
    Condition: viaService(environment, service),
  };
}

interface Located {
  readonly arn: string;
  /** The ARN as policies name it: another where AWS adds a part that cannot be composed. */
  readonly policyArn: string;
  readonly ready: ITerraformDependable[];
}

/** Returns the ARN of a destination as policies name it, before it exists. */
export function composedArn(environment: Environment, key: string, keys: Destination): string {
  return deliveryArn(environment, key, keys) ?? "";
}

function existing(arn: string): Located {
  return { arn, policyArn: arn, ready: [] };
}

function make(
  stack: TerraformStack,
  environment: Environment,
  {
    key,
    knownAs,
    keys,
    type,
    permission,
    senders,
  }: Pick<Receiver, "key" | "knownAs" | "keys" | "type" | "permission" | "senders">,
  deadLetters: DeadLetterQueue,
  tags: Record<string, string>,
): Located {
  if (type.creation === undefined) throw new Error(`${type.type} cannot be made, and its schema asks for no arn`);
  const name = type.creation.name(keys, environment.name, knownAs);
  const policyArn = composedArn(environment, key, keys);
  const plans = destinationFunctions(environment, key, keys);
  const { arn = policyArn, ready } = type.creation.create({
    scope: stack,
    bindings,
    id: (resource, part) => address(resource, part === undefined ? key : partName(key, part)),
    place: environment,
    name,
    roleName: (purpose) => roleName(environment.name, knownAs, purpose),
    tags,
    keys,
    deadLetters,
    madeFunction: createFunctions(stack, environment, key, plans, deadLetters, tags),
    policy: permission.kind === "resource-policy" ? resourcePolicy(policyArn, allowed(permission, senders)) : "",
  });
  return { arn, policyArn, ready };
}

function allowed({ action, fromRules: narrow }: ResourcePolicy, senders: readonly Sender[]) {
  if (senders.length === 0) return undefined;
  return { Action: action, ...(narrow && { Condition: fromSources(ruleArns(senders)) }) };
}
