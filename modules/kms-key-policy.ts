import type { KeyUse } from "../aws/key-use";
import { accountArn, arn, type Place } from "../aws/names";
import {
  CLOUDWATCH_SERVICE,
  EVENTS_SERVICE,
  fromSources,
  LOG_DELIVERY_SERVICE,
  type Statement,
  viaService,
} from "../aws/policy";

/** The ARNs of what is encrypted with the key. */
export interface Encrypted {
  readonly buses: readonly string[];
  readonly archivedBuses: readonly string[];
  /** The rules, by the patterns that policies know them by. */
  readonly rules: readonly string[];
  /** The log groups that buses write to; those of destinations are in their use. */
  readonly busLogGroups: readonly string[];
  /** The uses of destinations and streams. */
  readonly uses: readonly KeyUse[];
  /** True if a topic of the stack tells e-mail addresses of alarms. */
  readonly alarmTopic: boolean;
}

const USE = ["kms:Decrypt", "kms:GenerateDataKey"];

/**
 * Returns the statements that the policy of the customer-managed key must contain. The key belongs to somebody else, so they
 * are an output for its owner. Every statement has a condition but those for topics: with one, nothing would be published there.
 */
export function kmsKeyStatements(place: Place, encrypted: Encrypted): Statement[] {
  const { buses, rules, busLogGroups, uses, alarmTopic } = encrypted;
  const logGroups = [...uses.flatMap(({ logGroups = [] }) => logGroups), ...busLogGroups];
  const topics = uses.some(({ withoutSource }) => withoutSource);
  return [
    // For queues. The source is the rule or, for what a bus cannot encrypt and sends to the dead-letter queue, the bus.
    allow("EventBridgeDelivers", EVENTS_SERVICE, USE, fromSources([...rules, ...buses])),
    ...(topics ? [allow("EventBridgePublishes", EVENTS_SERVICE, USE)] : []),
    ...busStatements(place, encrypted),
    ...(busLogGroups.length > 0 ? busLogStatements(place) : []),
    ...(logGroups.length > 0 ? [logGroupStatement(place, logGroups)] : []),
    ...serviceStatements(place, uses),
    ...roleStatements(place, uses),
    ...ownRoleStatements(place, uses),
    ...(uses.some(({ connection }) => connection) ? connectionStatements(place) : []),
    // Without a condition: AWS documents no source of CloudWatch for the key of a topic, and a wrong one would silence every alarm.
    ...(alarmTopic ? [allow("AlarmsNotify", CLOUDWATCH_SERVICE, USE)] : []),
  ];
}

function allow(
  Sid: string,
  principal: string | { readonly AWS: string },
  Action: readonly string[],
  Condition?: Statement["Condition"],
): Statement {
  const Principal = typeof principal === "string" ? { Service: principal } : principal;
  return { Sid, Effect: "Allow", Principal, Action, Resource: "*", ...(Condition && { Condition }) };
}

const BUS = "kms:EncryptionContext:aws:events:event-bus:arn";

function busStatements({ aws_account_id: account }: Place, { buses, archivedBuses }: Encrypted): Statement[] {
  const statements = [
    // EventBridge describes the key when a bus gets it. AWS documents no account for that call, so that one may be missing; one
    // that is there must be this.
    allow("EventBridgeFindsTheKey", EVENTS_SERVICE, ["kms:DescribeKey"], {
      StringEqualsIfExists: { "aws:SourceAccount": account },
    }),
    allow("EventBuses", EVENTS_SERVICE, USE, { StringEquals: { [BUS]: buses, "aws:SourceArn": buses } }),
  ];
  if (archivedBuses.length > 0) {
    // Without aws:SourceArn, which the requests of an archive do not carry.
    const Condition = { StringEquals: { [BUS]: archivedBuses } };
    statements.push(allow("Archives", EVENTS_SERVICE, [...USE, "kms:ReEncrypt*"], Condition));
  }
  return statements;
}

/** Returns what lets a bus log: its entries travel encrypted with the key of the bus. */
function busLogStatements(place: Place): Statement[] {
  const Condition = { StringLike: { "kms:EncryptionContext:SourceArn": arn(place, "logs", "*") } };
  return [
    allow("BusLogs", EVENTS_SERVICE, ["kms:GenerateDataKey"], Condition),
    allow("BusLogDelivery", LOG_DELIVERY_SERVICE, USE, Condition),
  ];
}

function logGroupStatement({ aws_region: region }: Place, logGroups: readonly string[]): Statement {
  const actions = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"];
  const Condition = { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": logGroups } };
  return allow("LogGroups", `logs.${region}.amazonaws.com`, actions, Condition);
}

/** Services that use the key by themselves, for things of this account. */
function serviceStatements({ aws_account_id: account }: Place, uses: readonly KeyUse[]): Statement[] {
  const services = new Map(uses.flatMap(({ service }) => (service ? [[service.sid, service.principal] as const] : [])));
  const Condition = { StringEquals: { "aws:SourceAccount": account } };
  return [...services].map(([sid, principal]) => allow(sid, principal, USE, Condition));
}

/** The roles of the stack, by the account they belong to: a key's policy may not name a role that does not exist yet. */
function roleStatements(place: Place, uses: readonly KeyUse[]): Statement[] {
  const services = [...new Set(uses.flatMap(({ via = [] }) => via))].sort();
  return services.length === 0 ? [] : [allow("Roles", { AWS: accountArn(place) }, USE, viaService(place, ...services))];
}

/** The roles that use the key for themselves, by the account that they belong to and by name: a key's policy may not name a new one. */
function ownRoleStatements(place: Place, uses: readonly KeyUse[]): Statement[] {
  const roles = uses.flatMap(({ role }) => role ?? []);
  const Condition = { ArnEquals: { "aws:PrincipalArn": roles } };
  return roles.length === 0
    ? []
    : [allow("OwnRoles", { AWS: accountArn(place) }, [...USE, "kms:DescribeKey"], Condition)];
}

/**
 * EventBridge's own role for API destinations, which AWS makes with the first connection. It may use a key only for the secrets
 * of connections, and only one that is tagged EventBridgeApiDestinations = true: user guide, "Encrypting connections", and the
 * managed policy AmazonEventBridgeApiDestinationsServiceRolePolicy (2026-11).
 */
function connectionStatements(place: Place): Statement[] {
  const account = { AWS: accountArn(place) };
  const secrets = arn(place, "secretsmanager", "secret:events!connection/*");
  return [
    allow("Connections", account, ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], {
      ...viaService(place, "secretsmanager"),
      StringLike: { "kms:EncryptionContext:SecretARN": secrets },
    }),
    allow("ConnectionsFindTheKey", account, ["kms:DescribeKey"], {
      StringEquals: { "kms:CallerAccount": place.aws_account_id },
    }),
  ];
}
