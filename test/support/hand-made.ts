import type { Handler } from "../operate/aws/server";
import { AwsError } from "../operate/aws/server";

const ORGANIZATION = "3c4f9f1e-0000-4000-8000-00000000c0de";
export const BUS = `aws.partner/genesys.com/cloud/${ORGANIZATION}/audit`;

interface Made {
  readonly rule?: string;
  readonly target?: string;
  readonly group?: string;
  readonly class?: string;
  /** The days for which the log group keeps; for ever where it is left out. */
  readonly days?: number;
  /** Another rule on the bus. */
  readonly another?: boolean;
}

const missing =
  (code = "ResourceNotFoundException") =>
  () => {
    throw new AwsError(code, "there is none");
  };

/** An account in which somebody made by hand what test/support/environment.ts has in its file, but for what is said. */
export function handMade({
  rule = "all",
  target = "log",
  group = "/aws/events/dev/log",
  class: logClass = "STANDARD",
  another = false,
  days,
}: Made): Readonly<Record<string, Handler>> {
  const log = (name: string) => `arn:aws:logs:us-east-1:123456789012:log-group:${name}`;
  const pattern = JSON.stringify({ source: [{ prefix: "aws.partner/genesys.com" }] });
  const rules = [
    { Name: rule, EventPattern: pattern, State: "ENABLED", EventBusName: BUS },
    ...(another ? [{ Name: "other", EventPattern: '{"detail":{"a":[1]}}', State: "ENABLED", EventBusName: BUS }] : []),
  ];
  return {
    "events:DescribeEventBus": ({ Name }) => (Name === BUS ? { Name: BUS, Arn: `arn:${BUS}` } : missing()()),
    // In two pages, as AWS may give any list.
    "events:ListRules": ({ NextToken }) =>
      NextToken === undefined ? { Rules: rules.slice(0, 1), NextToken: "2" } : { Rules: rules.slice(1) },
    "events:ListTargetsByRule": ({ Rule }) => ({
      Targets: [Rule === "other" ? { Id: "x", Arn: log("/else") } : { Id: target, Arn: log(group) }],
    }),
    "events:ListArchives": () => ({ Archives: [] }),
    "events:ListEventSources": () => ({ EventSources: [{ Name: BUS, State: "ACTIVE" }] }),
    "logs:DescribeLogGroups": ({ logGroupNamePrefix }) => ({
      logGroups: group.startsWith(String(logGroupNamePrefix))
        ? [
            { logGroupName: `${group}-2`, retentionInDays: 1 },
            { logGroupName: group, logGroupClass: logClass, ...(days && { retentionInDays: days }) },
          ]
        : [],
    }),
    "logs:DescribeResourcePolicies": () => ({ resourcePolicies: [{ policyName: "by-hand", policyDocument: "{}" }] }),
    "sqs:GetQueueUrl": missing("QueueDoesNotExist"),
    "sns:GetTopicAttributes": missing("NotFound"),
  };
}

const settings = (suffix: string, account = "123456789012") => ({
  body: {
    name: suffix,
    notes: "by hand",
    properties: {
      awsAccountId: account,
      awsAccountRegion: "us-east-1",
      eventSourceSuffix: suffix,
      eventFilter: ["v2.users.{id}.presence", "v2.users.{id}.activity"],
    },
  },
});

const entity = (id: string, type = "amazon-eventbridge-source") => ({
  id,
  integrationType: { id: type },
  intendedState: "ENABLED",
});

/** An organization that has integrations of other accounts and types beside the environment's, on two pages. */
export const integrations = {
  "GET /api/v2/organizations/me": [{ body: { id: ORGANIZATION, name: "North" } }],
  "GET /api/v2/integrations": [
    { body: { entities: [entity("i-0", "webhook"), entity("i-1")], pageCount: 2 } },
    { body: { entities: [entity("i-2")], pageCount: 2 } },
  ],
  "GET /api/v2/integrations/i-1/config/current": [settings("audit", "999988887777")],
  "GET /api/v2/integrations/i-2/config/current": [settings("audit")],
};
