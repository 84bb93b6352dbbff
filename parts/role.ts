import { type Place, roleArn } from "../aws/names";
import { policy, type Statement } from "../aws/policy";
import type { Bindings, TerraformStack } from "../aws/terraform";

export interface ServiceRole {
  readonly name: string;
  readonly description: string;
  /** The service that assumes the role, and for what of this account it may. */
  readonly service: string;
  readonly sourceArn: string | readonly string[];
  /** True where nobody has said that the service names its account and ARN also when it tries the role: who names them is still held to them. */
  readonly ifNamed?: true;
  /** The name of the policy that says what the role may do. */
  readonly policyName: string;
  readonly statements: readonly Statement[];
  readonly tags: Record<string, string>;
}

/** The account where a role is made, and the boundary that all of its roles have. */
export interface RolePlace extends Place {
  readonly permissions_boundary_arn?: string | undefined;
}

/** A role that a service assumes for things of this account alone. `id`: of its constructs. */
export function createRole(
  scope: TerraformStack,
  { IamRole, IamRolePolicy }: Bindings,
  id: (type: { readonly tfResourceType: string }) => string,
  place: RolePlace,
  { name, description, service, sourceArn, ifNamed, policyName, statements, tags }: ServiceRole,
) {
  const when = ifNamed ? "IfExists" : "";
  const role = new IamRole(scope, id(IamRole), {
    name,
    description,
    assumeRolePolicy: policy([
      {
        Effect: "Allow",
        Principal: { Service: service },
        Action: "sts:AssumeRole",
        Condition: {
          [`StringEquals${when}`]: { "aws:SourceAccount": place.aws_account_id },
          [`ArnLike${when}`]: { "aws:SourceArn": sourceArn },
        },
      },
    ]),
    tags,
    ...(place.permissions_boundary_arn !== undefined && { permissionsBoundary: place.permissions_boundary_arn }),
  });
  const rolePolicy = new IamRolePolicy(scope, id(IamRolePolicy), {
    name: policyName,
    role: role.name,
    policy: policy(statements),
  });
  return { arn: roleArn(place, name), policy: rolePolicy };
}
