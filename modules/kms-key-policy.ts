import { arn, type Place } from "../config/names";
import { CLOUDWATCH_SERVICE, EVENTS_SERVICE, LOG_DELIVERY_SERVICE, type Statement } from "./policy";

/** The ARNs of what is encrypted with the key. */
export interface Encrypted {
  readonly buses: readonly string[];
  readonly archivedBuses: readonly string[];
  readonly logGroups: readonly string[];
  /** Whether any bus logs its work. */
  readonly busLogs: boolean;
  readonly firehose: boolean;
  /** Whether a topic of the stack tells e-mail addresses of alarms. */
  readonly alarmTopic: boolean;
}

/**
 * What the policy of the customer-managed key must contain. The key belongs to somebody else, so it is an output for its
 * owner. EventBridge's first statement has no source: an SNS topic's delivery fails with one.
 */
export function kmsKeyStatements(place: Place, encrypted: Encrypted): Statement[] {
  return [
    allow("EventBridgeDelivers", EVENTS_SERVICE, ["kms:Decrypt", "kms:GenerateDataKey"]),
    ...busStatements(encrypted),
    ...(encrypted.busLogs ? busLogStatements(place) : []),
    ...(encrypted.logGroups.length > 0 ? [logGroupStatement(place, encrypted.logGroups)] : []),
    ...(encrypted.firehose ? [firehoseStatement(place)] : []),
    // Nobody says that CloudWatch names a source when it uses a topic's key, and a condition on one would silence every alarm.
    ...(encrypted.alarmTopic
      ? [allow("AlarmsNotify", CLOUDWATCH_SERVICE, ["kms:Decrypt", "kms:GenerateDataKey"])]
      : []),
  ];
}

function allow(Sid: string, Service: string, Action: readonly string[], Condition?: Statement["Condition"]): Statement {
  return { Sid, Effect: "Allow", Principal: { Service }, Action, Resource: "*", ...(Condition && { Condition }) };
}

const BUS = "kms:EncryptionContext:aws:events:event-bus:arn";

function busStatements({ buses, archivedBuses }: Encrypted): Statement[] {
  const use = ["kms:Decrypt", "kms:GenerateDataKey"];
  const statements = [
    // AWS looks at the key when it is given to a bus, and says neither for which nor from where.
    allow("EventBridgeFindsTheKey", EVENTS_SERVICE, ["kms:DescribeKey"]),
    allow("EventBuses", EVENTS_SERVICE, use, { StringEquals: { [BUS]: buses, "aws:SourceArn": buses } }),
  ];
  if (archivedBuses.length > 0) {
    // Without a source, which an archive's use of the key does not carry.
    const Condition = { StringEquals: { [BUS]: archivedBuses } };
    statements.push(allow("Archives", EVENTS_SERVICE, [...use, "kms:ReEncrypt*"], Condition));
  }
  return statements;
}

/** What a bus logs travels encrypted with the bus's key. */
function busLogStatements(place: Place): Statement[] {
  const Condition = { StringLike: { "kms:EncryptionContext:SourceArn": arn(place, "logs", "*") } };
  return [
    allow("BusLogs", EVENTS_SERVICE, ["kms:GenerateDataKey"], Condition),
    allow("BusLogDelivery", LOG_DELIVERY_SERVICE, ["kms:Decrypt", "kms:GenerateDataKey"], Condition),
  ];
}

function logGroupStatement({ aws_region: region }: Place, logGroups: readonly string[]): Statement {
  const actions = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"];
  const Condition = { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": logGroups } };
  return allow("LogGroups", `logs.${region}.amazonaws.com`, actions, Condition);
}

function firehoseStatement({ aws_account_id: account }: Place): Statement {
  const Condition = { StringEquals: { "aws:SourceAccount": account } };
  return allow("Firehose", "firehose.amazonaws.com", ["kms:Decrypt", "kms:GenerateDataKey"], Condition);
}
