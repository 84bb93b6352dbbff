import { MANAGED_POLICY_LENGTH, POLICIES_PER_ROLE } from "../../aws/limits";
import type { Statement } from "../../aws/policy";
import { policy } from "../../aws/policy";
import type { Account } from "../../bootstrap";
import { boundary } from "../../bootstrap/boundary";
import { permissionsOf } from "../../bootstrap/permissions";
import { policiesOf } from "../../bootstrap/roles";
import { gitHub, gitLab, trust } from "../../bootstrap/trust";
import type { Environment } from "../../config/model";
import { statementsOf } from "../../report/policies/statement";
import { refusal } from "../../report/policies/verdict";
import { everyDestination } from "../support/cloudwatch/watched-stack";
import { committedEnvironments } from "../support/committed";
import { environment, file } from "../support/environment";

const account = (environment: Environment): Account => ({
  place: environment,
  environments: [environment],
  bucket: "acme-state",
  makesBucket: true,
  repository: gitHub("acme/events", { environment: undefined }),
  provider: undefined,
});

const may = (
  statements: readonly Statement[],
  action: string,
  resource: string,
  context: Record<string, string> = {},
) =>
  refusal(statementsOf({ Statement: statements }) ?? [], {
    action,
    resource,
    context: new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value])),
  }) === undefined;

const READS = /:(?:Describe|Get|List)|^kms:Decrypt$|^apigateway:GET$|^states:Validate/;

const all = [
  ...committedEnvironments().map(({ name, bytes }) => [name, Buffer.from(bytes).toString()] as const),
  ["every", everyDestination()] as const,
];

test.each(all)("the role that plans %s can change nothing", (_, text) => {
  const own = environment(text);

  const actions = permissionsOf(own, account(own)).read.flatMap(({ Action }) => [Action].flat());

  expect(actions.length).toBeGreaterThan(10);
  expect(actions.filter((action) => !READS.test(action))).toEqual([]);
});

test.each(all)("each policy of %s is as short as IAM wants it, and a role has room for all", (_, text) => {
  const own = environment(text);

  const { read, write } = policiesOf(own, account(own));

  expect(read.length + write.length).toBeLessThanOrEqual(POLICIES_PER_ROLE);
  for (const { statements } of [...read, ...write]) {
    expect(policy(statements).length).toBeLessThanOrEqual(MANAGED_POLICY_LENGTH);
    expect(new Set(statements.map(({ Sid }) => Sid)).size).toBe(statements.length);
  }
});

test.each(all)(
  "the boundary of %s lets through what its role may do, and keeps what the bootstrap has made",
  (_, text) => {
    const own = environment(text);
    const { read, write } = permissionsOf(own, account(own));
    const limit = boundary(own, account(own));

    for (const { Action, Resource, Sid } of [...read, ...write]) {
      for (const action of [Action].flat()) {
        const resource = [Resource ?? []].flat()[0] ?? "";
        expect({ Sid, action, may: may(limit, action, resource) }).toEqual({ Sid, action, may: true });
      }
    }
    for (const [action, resource] of [
      ["iam:PutRolePolicy", `arn:aws:iam::123456789012:role/${own.name}-apply`],
      ["iam:CreatePolicyVersion", `arn:aws:iam::123456789012:policy/genesys-eventbridge/${own.name}-boundary`],
      ["iam:CreateUser", "arn:aws:iam::123456789012:user/mallory"],
      ["s3:DeleteBucket", "arn:aws:s3:::acme-state"],
      ["s3:PutBucketPolicy", "arn:aws:s3:::acme-state"],
      ["s3:DeleteObjectVersion", "arn:aws:s3:::acme-state/genesys-eventbridge/dev.tfstate"],
    ] as const)
      expect({ action, may: may(limit, action, resource) }).toEqual({ action, may: false });
  },
);

test("an environment of 150 destinations gets patterns where its names have no room", () => {
  const many = (type: string) =>
    Array.from({ length: 50 }, (_, index) => `${type}-with-a-name-of-some-length-${index} = { type = "${type}" }`);
  const text = file().replace(
    "destinations = { log = {",
    `destinations = { ${["sqs", "kinesis", "sns"].flatMap(many).join("\n")}\nlog = {`,
  );
  const own = environment(text);

  const { read, write } = policiesOf(own, account(own));

  expect(read.length + write.length).toBeLessThanOrEqual(POLICIES_PER_ROLE);
  const all = [...read, ...write].flatMap(({ statements }) => statements);
  expect(may(all, "sqs:DeleteQueue", "arn:aws:sqs:us-east-1:123456789012:dev-sqs-with-a-name-of-some-length-7")).toBe(
    true,
  );
  expect(may(all, "sqs:DeleteQueue", "arn:aws:sqs:us-east-1:123456789012:prod-dead-letters")).toBe(false);
});

test("rights are for the names of the file: those that begin alike are another environment's", () => {
  const own = environment(file({ destination: 'type = "kinesis"' }), "dev");
  const { write } = permissionsOf(own, account(own));
  const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:123456789012:${rest}`;
  const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
  const to = (service: string) => ({ "iam:PassedToService": `${service}.amazonaws.com` });

  expect(may(write, "sqs:DeleteQueue", arn("sqs", "dev-dead-letters"))).toBe(true);
  expect(may(write, "sqs:DeleteQueue", arn("sqs", "dev-eu-dead-letters"))).toBe(false);
  expect(may(write, "kinesis:DeleteStream", arn("kinesis", "stream/dev-log"))).toBe(true);
  expect(may(write, "kinesis:DeleteStream", arn("kinesis", "stream/dev-log-2"))).toBe(false);
  expect(may(write, "iam:PassRole", role("dev-log-eventbridge"), to("events"))).toBe(true);
  expect(may(write, "iam:PassRole", role("dev-log-eventbridge"), to("lambda"))).toBe(false);
  expect(may(write, "iam:CreateRole", role("dev-apply"))).toBe(false);
  expect(may(write, "s3:PutObject", "arn:aws:s3:::acme-state/genesys-eventbridge/dev.tfstate")).toBe(true);
  expect(may(write, "s3:PutObject", "arn:aws:s3:::acme-state/genesys-eventbridge/prod.tfstate")).toBe(false);
});

test("the trust is exact: audience and subject are compared as they are", () => {
  const { issuer, audience, plan, apply } = gitHub("acme/events", { branch: "main" });

  expect(plan("dev")).toEqual([
    "repo:acme/events:environment:dev-plan",
    "repo:acme/events:pull_request",
    "repo:acme/events:ref:refs/heads/main",
  ]);
  expect(gitHub("acme/events", { environment: undefined }).plan("dev")).toEqual([
    "repo:acme/events:environment:dev-plan",
  ]);
  expect(apply("dev")).toBe("repo:acme/events:ref:refs/heads/main");
  expect(gitHub("acme/events", { environment: "production" }).apply("dev")).toBe(
    "repo:acme/events:environment:production",
  );
  expect(gitHub("acme/events", { environment: undefined }).apply("dev")).toBe("repo:acme/events:environment:dev");
  expect(trust("ARN", gitHub("acme/events", { branch: "main" }), [apply("dev")])).toEqual([
    {
      Effect: "Allow",
      Principal: { Federated: "ARN" },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: { StringEquals: { [`${issuer}:aud`]: audience, [`${issuer}:sub`]: [apply("dev")] } },
    },
  ]);
});

test("of GitLab only the plan's subject has a wildcard, within one project", () => {
  const project = gitLab("acme/events", "main", "gitlab.com");

  expect(project.apply("dev")).toBe("project_path:acme/events:ref_type:branch:ref:main");
  expect(JSON.stringify(trust("ARN", project, project.plan("dev")))).toContain(
    '"StringLike":{"gitlab.com:sub":["project_path:acme/events:ref_type:branch:ref:*"]}',
  );
});
