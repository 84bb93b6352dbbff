import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { Destination, Environment } from "../config/model";
import { roleArn, roleName } from "../config/names";
import { address } from "./address";
import * as bindings from "./bindings";
import { destinationType } from "./destinations";
import type { DestinationType } from "./destinations/destination-type";
import { EVENTS_SERVICE, fromRules, policy } from "./policy";

/** A destination that targets can point to. */
export interface Place {
  readonly key: string;
  readonly keys: Destination;
  readonly type: DestinationType;
  readonly arn: string;
  readonly roleArn?: string;
  /** What must exist before the first event is sent here, lest it be lost. */
  readonly ready: ITerraformDependable[];
}

/** Makes the destination unless it exists, and the role that EventBridge needs for it; `ruleArns`: who sends here. */
export function createDestination(
  stack: TerraformStack,
  environment: Environment,
  [key, keys]: readonly [string, Destination],
  ruleArns: readonly string[],
  tags: Record<string, string>,
): Place {
  const type = destinationType(keys.type);
  const ready: ITerraformDependable[] = [];
  const name = type.name(keys, environment.name, key);
  if (keys.arn === undefined) {
    ready.push(type.create({ scope: stack, bindings, id: (resource) => address(resource, key), name, tags, keys }));
  }
  const arn = keys.arn ?? type.arn(environment, name);
  if (type.permission.kind !== "role" || ruleArns.length === 0) return { key, keys, type, arn, ready };

  const role = createRole(stack, environment, { key, arn, actions: type.permission.actions, ruleArns }, tags);
  return { key, keys, type, arn, roleArn: role.arn, ready: [...ready, role.policy] };
}

interface RoleUse {
  readonly key: string;
  readonly arn: string;
  readonly actions: readonly string[];
  readonly ruleArns: readonly string[];
}

/** One role a destination: it may do what delivery needs there and nothing else, for the rules of its buses only. */
function createRole(stack: TerraformStack, environment: Environment, use: RoleUse, tags: Record<string, string>) {
  const name = roleName(environment.name, use.key);
  const role = new bindings.IamRole(stack, address(bindings.IamRole, use.key), {
    name,
    description: `EventBridge delivers to ${use.key}`,
    assumeRolePolicy: policy([
      {
        Effect: "Allow",
        Principal: { Service: EVENTS_SERVICE },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": environment.aws_account_id }, ...fromRules(use.ruleArns) },
      },
    ]),
    tags,
  });
  const rolePolicy = new bindings.IamRolePolicy(stack, address(bindings.IamRolePolicy, use.key), {
    name: "deliver",
    role: role.name,
    policy: policy([{ Effect: "Allow", Action: use.actions, Resource: use.arn }]),
  });
  return { arn: roleArn(environment, name), policy: rolePolicy };
}
