import { ACCOUNT, REGION } from "../input";

const BUS = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/bench";
const EVENTS = { Service: ["events.amazonaws.com", "delivery.logs.amazonaws.com"] };

interface Planned {
  readonly type: string;
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly sensitive?: unknown;
}

/** A plan that makes these resources, as `terraform show -json` writes it. */
function planOf(resources: readonly Planned[]): string {
  const all = resources.map(({ type, name, values, sensitive = {} }) => ({
    ...{ address: `${type}.${name}`, mode: "managed", type, name },
    ...{ values, sensitive_values: sensitive },
  }));
  return JSON.stringify({
    format_version: "1.2",
    planned_values: { root_module: { resources: all } },
    resource_changes: all.map(({ values, sensitive_values, ...named }) => ({
      ...named,
      change: { actions: ["create"], before: null, after: values, after_sensitive: sensitive_values },
    })),
  });
}

const policy = (statements: readonly unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const range = <Item>(count: number, item: (index: number) => Item) => Array.from({ length: count }, (_, n) => item(n));

const rule = (n: number, pattern: unknown = { source: [BUS] }): Planned => ({
  type: "aws_cloudwatch_event_rule",
  name: `r${n}`,
  values: { name: `r${n}`, event_bus_name: BUS, event_pattern: JSON.stringify(pattern) },
});
const target = (n: number, arn: string): Planned => ({
  type: "aws_cloudwatch_event_target",
  name: `t${n}`,
  values: { rule: `r${n}`, event_bus_name: BUS, target_id: "t", arn },
});
const logPolicy = (statements: readonly unknown[]): Planned => ({
  type: "aws_cloudwatch_log_resource_policy",
  name: "p",
  values: { policy_name: "p", policy_document: policy(statements) },
});
const write = (Resource: string) => ({ Effect: "Allow", Principal: EVENTS, Action: "logs:*", Resource });
const group = (name: string) => `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${name}`;
const tagged = (tags: Readonly<Record<string, string>>): Planned => ({
  type: "aws_sqs_queue",
  name: "q",
  values: { name: "q", tags },
});

/** By what is many in it, a plan of some size: each of these was once slow without end, or grew by the square. */
export const worstPlans: Readonly<Record<string, (size: number) => string>> = {
  "stars in a resource, none of which fits": (size) =>
    planOf([
      rule(0),
      target(0, group(`/${"a".repeat(size)}`)),
      logPolicy([write(group(`/${"*a".repeat(size / 4)}b`))]),
    ]),
  "stars in a condition": (size) => {
    const source = `arn:aws:events:${REGION}:${ACCOUNT}:rule/${"*?a".repeat(size / 4)}b`;
    const Condition = { ArnLike: { "aws:SourceArn": source } };
    return planOf([rule(0), target(0, group("/a")), logPolicy([{ ...write("*"), Condition }])]);
  },
  "rules, each with a target and a permission": (size) =>
    planOf(
      range(size / 10, (n) => [
        rule(n),
        target(n, `arn:aws:lambda:${REGION}:${ACCOUNT}:function:f${n}`),
        {
          type: "aws_lambda_permission",
          name: `p${n}`,
          values: { function_name: `f${n}`, principal: "events.amazonaws.com", action: "lambda:InvokeFunction" },
        },
      ]).flat(),
    ),
  "statements of one queue": (size) =>
    planOf([
      rule(0),
      target(0, `arn:aws:sqs:${REGION}:${ACCOUNT}:q`),
      {
        type: "aws_sqs_queue",
        name: "q",
        values: {
          name: "q",
          policy: policy(range(size / 10, (n) => ({ ...write(`q${n}`), Action: `sqs:Send${n}*` }))),
        },
      },
    ]),
  "secrets, and texts that begin like them": (size) =>
    planOf([
      ...range(size / 100, (n) => ({
        ...{ type: "aws_x", name: `s${n}`, sensitive: { value: true } },
        values: { value: `secret-${n * 7919}` },
      })),
      tagged(Object.fromEntries(range(size / 10, (n) => [`k${n}`, `secret-secre-${n}`]))),
    ]),
  "alternatives of one pattern": (size) =>
    planOf([rule(0, { $or: range(Math.min(1000, size / 20), (n) => ({ source: [`s${n}`] })) })]),
  "text that looks like URLs, references and code": (size) =>
    planOf([
      tagged({
        a: "https://".repeat(size),
        b: "$".concat("{a.b").repeat(size),
        c: "`".repeat(size),
        d: '["'.repeat(size),
      }),
    ]),
};
