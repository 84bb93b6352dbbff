import { partition } from "../../../aws/names";
import { roleNames } from "../../../bootstrap/names";
import type { Environment } from "../../../config/model";

/** The part of an ARN that differs between environments. */
const NAME = "{environment}";

const partitionsOf = (environments: readonly Environment[]) => [
  ...new Set(environments.map(({ aws_region }) => partition(aws_region))),
];

/** Returns the ARNs of the roles that `init bootstrap` makes, with `{account}` and `{environment}` in them. */
export function usualRoles(environments: readonly Environment[]): { readonly plan: string; readonly apply: string } {
  const names = roleNames({ name: NAME });
  const arn = (role: string) => `arn:${partitionsOf(environments)[0]}:iam::{account}:role/${role}`;
  return { plan: arn(names.plan), apply: arn(names.apply) };
}

/** Returns why those ARNs are not right for some of the environments, a line each. */
export function roleProblems(environments: readonly Environment[]): string[] {
  const partitions = partitionsOf(environments);
  const long = environments.filter(({ name }) => roleNames({ name }).apply !== `${name}-apply`);
  return [
    ...long.map(
      ({ name }) => `${name}: the name is too long for a role's, which init bootstrap shortens; rename the file`,
    ),
    ...(partitions.length > 1
      ? [
          `the environments lie in ${partitions.join(" and ")}, and one ARN fits one of them; keep them in a repository each`,
        ]
      : []),
  ];
}
