import type { TerraformStack } from "cdktf";
import { unqualified } from "../aws/arn";
import { STATEMENT_ID_LENGTH } from "../aws/limits";
import { cut, logicalId, permissionName, roleName } from "../aws/names";
import { EVENTS_SERVICE, type Statement } from "../aws/policy";
import type { Environment } from "../config/model";
import { createRole } from "../parts/role";
import { address } from "./address";
import * as bindings from "./bindings";

/** A stream whose rules deliver somewhere, its bus, and the ARN pattern of these rules. */
export interface Sender {
  readonly stream: string;
  /** The stream's name, as names in AWS have it. */
  readonly knownAs: string;
  readonly busArn: string;
  readonly ruleArn: string;
}

export const ruleArns = (senders: readonly Sender[]): string[] => senders.map(({ ruleArn }) => ruleArn);

export interface RoleUse {
  readonly key: string;
  readonly knownAs: string;
  readonly statements: readonly Statement[];
  readonly senders: readonly Sender[];
}

/** Makes the role of a destination: it may do what delivery needs there and nothing else, for the rules of its buses only. */
export function grantRole(stack: TerraformStack, environment: Environment, use: RoleUse, tags: Record<string, string>) {
  return createRole(stack, bindings, (type) => address(type, use.key), environment, {
    name: roleName(environment.name, use.knownAs),
    description: `EventBridge delivers to ${use.knownAs}`,
    service: EVENTS_SERVICE,
    sourceArn: ruleArns(use.senders),
    policyName: "deliver",
    statements: use.statements,
    tags,
  });
}

/** Lets the rules of each bus invoke a function, by their ARN only: with a source account, EventBridge would be refused. */
export function grantFunction(
  stack: TerraformStack,
  environment: Environment,
  { key, knownAs, arn }: { readonly key: string; readonly knownAs: string; readonly arn: string },
  senders: readonly Sender[],
): bindings.LambdaPermission[] {
  const [functionArn, qualifier] = unqualified(arn);
  return senders.map(({ stream, knownAs: streamKnownAs, ruleArn }) => {
    const id = permissionName(key, stream);
    return new bindings.LambdaPermission(stack, address(bindings.LambdaPermission, id), {
      statementId: cut(`${environment.name}-${logicalId(permissionName(knownAs, streamKnownAs))}`, STATEMENT_ID_LENGTH),
      action: "lambda:InvokeFunction",
      functionName: functionArn,
      principal: EVENTS_SERVICE,
      sourceArn: ruleArn,
      ...(qualifier !== undefined && { qualifier }),
    });
  });
}
