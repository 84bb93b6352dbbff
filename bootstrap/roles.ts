import { POLICIES_PER_ROLE } from "../aws/limits";
import { logicalId } from "../aws/names";
import type { Statement } from "../aws/policy";
import { FilesProblem } from "../config/files";
import type { Environment } from "../config/model";
import type { Account } from "./account";
import { boundary } from "./boundary";
import { type Block, expression, policyDocument } from "./hcl";
import { POLICY_PATH, roleNames } from "./names";
import { packed } from "./pack";
import { permissionsOf } from "./permissions";
import { providerArn, trust } from "./trust";
import { widened } from "./widen";

/**
 * Returns the policies of an environment's roles: what both may do, and what the second may do besides.
 *
 * @throws FilesProblem where a role has no room for them
 */
export function policiesOf(environment: Environment, account: Account) {
  const { read, write } = permissionsOf(environment, account);
  const { policy } = roleNames(environment);
  const all = (kind: string, statements: readonly Statement[]) =>
    packed(statements).map((own, index) => {
      const part = `${kind}-${index + 1}`;
      return { part, name: policy(part), statements: own };
    });
  const exact = { read: all("read", read), write: all("write", write) };
  if (hasRoom(exact)) return exact;
  const { name } = environment;
  const wide = { read: all("read", widened(read, name)), write: all("write", widened(write, name)) };
  if (hasRoom(wide)) return wide;
  throw new FilesProblem(
    `${name}: its role would need more than the ${POLICIES_PER_ROLE} policies that IAM attaches; divide the file in two`,
  );
}

function hasRoom({ read, write }: Record<"read" | "write", readonly unknown[]>): boolean {
  return read.length + write.length <= POLICIES_PER_ROLE;
}

/** Returns the two roles of an environment with their policies. */
export function roleBlocks(environment: Environment, account: Account): Block[] {
  const names = roleNames(environment);
  const id = (part: string) => logicalId(`${environment.name}-${part}`);
  const { read, write } = policiesOf(environment, account);
  const provider = account.provider ?? providerArn(account.place, account.repository);
  const wait = account.provider === undefined ? [expression("aws_iam_openid_connect_provider.ci")] : undefined;
  const attached = (role: "plan" | "apply", part: string): Block => ({
    header: `resource "aws_iam_role_policy_attachment" "${id(`${role}-${part}`)}"`,
    attributes: {
      role: expression(`aws_iam_role.${id(role)}.name`),
      policy_arn: expression(`aws_iam_policy.${id(part)}.arn`),
    },
  });
  const role = (kind: "plan" | "apply", comment: string, subjects: readonly string[]): Block => ({
    header: `resource "aws_iam_role" "${id(kind)}"`,
    comment,
    attributes: {
      name: names[kind],
      assume_role_policy: policyDocument(trust(provider, account.repository, subjects)),
      permissions_boundary: kind === "apply" ? expression(`aws_iam_policy.${id("boundary")}.arn`) : undefined,
      depends_on: wait,
    },
  });
  const document = (part: string, name: string, statements: readonly object[], comment?: string): Block => ({
    header: `resource "aws_iam_policy" "${id(part)}"`,
    ...(comment !== undefined && { comment }),
    attributes: { name, path: POLICY_PATH, policy: policyDocument(statements) },
  });
  return [
    role(
      "plan",
      "Plans, and can change nothing: it takes no lock, so that plans are made with -lock=false.",
      account.repository.plan(environment.name),
    ),
    role("apply", "Plans and applies.", [account.repository.apply(environment.name)]),
    document(
      "boundary",
      names.boundary,
      boundary(environment, account),
      "The most that the role which applies can ever do, whatever is attached to it.",
    ),
    ...read.map(({ part, name, statements }) => document(part, name, statements)),
    ...write.map(({ part, name, statements }) => document(part, name, statements)),
    ...read.flatMap(({ part }) => [attached("plan", part), attached("apply", part)]),
    ...write.map(({ part }) => attached("apply", part)),
  ];
}
