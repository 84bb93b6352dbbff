import { partition } from "../aws/names";
import type { Statement } from "../aws/policy";
import type { Environment } from "../config/model";
import type { Account } from "./account";
import { POLICY_PATH, roleNames } from "./names";
import { permissionsOf } from "./permissions";
import { bucketArn } from "./state-access";
import { providerArn } from "./trust";

/** The services whose actions a boundary names one by one, since some of them make whoever has them an administrator. */
const NARROW = ["iam", "kms", "sts"];

/**
 * Returns the most that the role which applies can do: the services of its stack, roles of the names that the stack gives, and nothing
 * that the bootstrap itself has made.
 */
export function boundary(environment: Environment, account: Account): Statement[] {
  const statements = permissionsOf(environment, account);
  const all = [...statements.read, ...statements.write];
  const actions = [...new Set(all.flatMap(({ Action }) => [Action].flat()))].sort();
  const of = (service: string) => actions.filter((action) => serviceOf(action) === service);
  const services = [...new Set(actions.map(serviceOf))].filter((service) => !NARROW.includes(service));
  const names = roleNames(environment);
  const iam = (kind: string) => `arn:${partition(environment.aws_region)}:iam::${environment.aws_account_id}:${kind}`;
  const bucket = bucketArn(environment, account);
  return [
    allow(
      "ServicesOfTheStack",
      services.map((service) => `${service}:*`),
      "*",
    ),
    allow("RolesOfTheStack", of("iam"), [iam(`role/${environment.name}-*`), iam("role/aws-service-role/*")]),
    allow("KeysOfTheStack", of("kms"), "*"),
    allow("RoleOfTheState", of("sts"), environment.state.backend === "s3" ? (environment.state.role_arn ?? []) : []),
    deny(
      "NothingOfTheBootstrap",
      ["iam:*"],
      [
        iam(`policy${POLICY_PATH}*`),
        iam(`role/${names.plan}`),
        iam(`role/${names.apply}`),
        account.provider ?? providerArn(account.place, account.repository),
      ],
    ),
    // The state may be written; its earlier versions and the bucket's settings stay.
    deny(
      "NotTheBucketOfTheState",
      ["s3:DeleteBucket*", "s3:DeleteObjectVersion", "s3:Put*Configuration", "s3:PutBucket*"],
      bucket === undefined ? [] : [bucket, `${bucket}/*`],
    ),
  ].filter(({ Action, Resource }) => Action.length > 0 && Resource.length > 0);
}

type Listed = Statement & { readonly Action: readonly string[]; readonly Resource: string | readonly string[] };

function allow(Sid: string, Action: readonly string[], Resource: Listed["Resource"]): Listed {
  return { Sid, Effect: "Allow", Action, Resource };
}

function deny(Sid: string, Action: readonly string[], Resource: readonly string[]): Listed {
  return { Sid, Effect: "Deny", Action, Resource };
}

function serviceOf(action: string): string {
  return action.split(":")[0] ?? "";
}
