import { parseArn } from "../../aws/arn";
import { arn, deadLetterQueueName, partition, roleName } from "../../aws/names";
import { type Statement, viaService } from "../../aws/policy";
import { inventoryOf } from "../../config/inventory";
import type { Environment } from "../../config/model";
import { destinationType } from "../../destinations";
import type { DestinationType } from "../../destinations/destination-type";
import { deliveryArn } from "../../destinations/parts/creation";
import { own } from "../../report/own";
import { knownAs } from "../../schema/identity";
import { append } from "../../text/group-by";
import { feeding, keeping } from "./live/parts";
import type { PartReader } from "./live/parts/part";
import { role } from "./live/parts/role";
import { type Permits, permits } from "./live/receivers/permits";
import { namedStreams } from "./streams";

/** Returns what `status` must be allowed: to read, and nothing else. */
export function statusPolicy(environment: Environment): Statement[] {
  const found = new Map<string, string[]>();
  const allow = (actions: readonly string[], resources: readonly string[]) => {
    for (const action of actions) for (const resource of resources) append(found, action, resource);
  };
  // An organization's id that is not known is any.
  const streams = namedStreams({ ...environment, organization_id: environment.organization_id ?? "*" });
  const events = (resource: string) => arn(environment, "events", resource);
  if (streams.some(({ type }) => type.sources.reserved !== undefined)) allow(["events:ListEventSources"], ["*"]);
  allow(["events:ListRules", "cloudwatch:GetMetricData"], ["*"]);
  if (environment.monitoring.alarms) allow(["cloudwatch:DescribeAlarms"], ["*"]);
  for (const { bus = "*" } of streams) {
    allow(["events:DescribeEventBus"], [events(`event-bus/${bus}`)]);
    allow(["events:ListTargetsByRule"], [events(`rule/${bus}/*`)]);
  }
  for (const { arn: receiver, permit } of receiversOf(environment)) {
    if (permit?.anywhere) allow(permit.anywhere, ["*"]);
    for (const [actions, resources] of permit?.on?.(receiver) ?? []) allow(actions, resources);
  }
  const parts = partsOf(environment);
  for (const { name, reader } of parts)
    for (const [actions, resources] of reader.permits(environment, name)) allow(actions, resources);
  const roles = parts.filter(({ reader }) => reader === role);
  // Somebody may have attached whatever policy to a role.
  if (roles.length > 0) allow(["iam:GetPolicy", "iam:GetPolicyVersion"], policiesOfAnybody(environment));
  const queue = arn(environment, "sqs", deadLetterQueueName(environment.name));
  allow(["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage"], [queue]);
  return [...statements(found), ...ofKey(environment, parseArn(queue).service)];
}

/** Returns what rules of the file deliver to in the environment's account, by the ARN that it has or will have. */
function receiversOf({ rules, destinations, ...environment }: Environment) {
  const used = new Set(targetsOf({ rules }));
  return Object.entries(destinations).flatMap(([key, keys]) => {
    const receiver = deliveryArn(environment, key, keys);
    if (receiver === undefined || !used.has(key)) return [];
    const { account, service, resource } = parseArn(receiver);
    const permit = own<Permits>(permits, resource.startsWith("api-destination/") ? "api-destination" : service);
    return account === environment.aws_account_id ? [{ arn: receiver, permit }] : [];
  });
}

/** Returns what the stack makes of roles that deliver, of what feeds buses and of what keeps their events, by their names. */
function partsOf({
  destinations,
  ...environment
}: Environment): { readonly name: string; readonly reader: PartReader }[] {
  const used = new Set(targetsOf(environment));
  const roles = Object.entries(destinations).flatMap(([key, keys]) => {
    const type: DestinationType = destinationType(keys.type);
    const byRole = used.has(key) && type.permission(keys).kind === "role";
    return byRole ? [{ name: roleName(environment.name, knownAs(key, keys)), reader: role }] : [];
  });
  const parts = inventoryOf({ destinations, ...environment }).flatMap(({ type, paths: [[section]], takes }) => {
    const reader = own<PartReader>({ ...feeding, ...keeping }, type);
    return reader === undefined || section !== "streams" ? [] : [{ name: takes?.name ?? "*", reader }];
  });
  return [...roles, ...parts];
}

function targetsOf({ rules }: Pick<Environment, "rules">): string[] {
  return Object.values(rules).flatMap(({ targets }) => targets.map(({ destination }) => destination));
}

function policiesOfAnybody({ aws_account_id, aws_region }: Environment): string[] {
  return [aws_account_id, "aws"].map((owner) => `arn:${partition(aws_region)}:iam::${owner}:policy/*`);
}

/** The key of the file, whose policy is read, and without which no dead letter can. */
function ofKey(environment: Environment, service: string): Statement[] {
  const { kms_key_arn: key } = environment;
  if (key === undefined) return [];
  return [
    { Effect: "Allow", Action: ["kms:DescribeKey", "kms:GetKeyPolicy"], Resource: key },
    { Effect: "Allow", Action: "kms:Decrypt", Resource: key, Condition: viaService(environment, service) },
  ];
}

/** Returns a statement for all actions on the same resources. */
function statements(found: ReadonlyMap<string, readonly string[]>): Statement[] {
  const groups = new Map<string, string[]>();
  for (const [action, resources] of found) append(groups, JSON.stringify([...new Set(resources)].sort()), action);
  return [...groups].map(([json, actions]) => {
    const Resource: string[] = JSON.parse(json);
    const only = Resource.length === 1 ? Resource[0] : undefined;
    return { Effect: "Allow", Action: actions.sort(), Resource: only ?? Resource };
  });
}
