import { covers } from "../text/glob";

/**
 * Actions that delivery never needs, by service: to delete, to read, to change who may do what. One of each kind is enough, as
 * this is held against wildcards (Service Authorization Reference, read 2026-11).
 */
const RISKY: Readonly<Record<string, readonly string[]>> = {
  events: ["DeleteRule", "DescribeRule", "PutPermission", "PutRule", "PutTargets", "RemoveTargets", "TagResource"],
  firehose: ["DeleteDeliveryStream", "DescribeDeliveryStream", "StopDeliveryStreamEncryption", "UpdateDestination"],
  iam: [
    "AttachRolePolicy",
    "CreateRole",
    "DeleteRole",
    "GetRole",
    "PassRole",
    "PutRolePolicy",
    "UpdateAssumeRolePolicy",
  ],
  kinesis: [
    "DeleteStream",
    "GetRecords",
    "PutResourcePolicy",
    "StopStreamEncryption",
    "SubscribeToShard",
    "UpdateShardCount",
  ],
  kms: [
    "CancelKeyDeletion",
    "CreateGrant",
    "DisableKey",
    "PutKeyPolicy",
    "RevokeGrant",
    "ScheduleKeyDeletion",
    "UpdateAlias",
  ],
  lambda: [
    "AddPermission",
    "DeleteFunction",
    "GetFunction",
    "PutFunctionConcurrency",
    "RemovePermission",
    "UpdateFunctionCode",
  ],
  logs: ["DeleteLogGroup", "FilterLogEvents", "GetLogEvents", "PutResourcePolicy", "PutRetentionPolicy", "StartQuery"],
  s3: ["DeleteObject", "GetBucketPolicy", "PutBucketPolicy", "PutObjectAcl", "RestoreObject"],
  secretsmanager: ["DeleteSecret", "PutResourcePolicy", "PutSecretValue", "UpdateSecret"],
  sns: ["AddPermission", "DeleteTopic", "GetTopicAttributes", "RemovePermission", "SetTopicAttributes", "Subscribe"],
  sqs: ["AddPermission", "DeleteMessage", "PurgeQueue", "ReceiveMessage", "RemovePermission", "SetQueueAttributes"],
  states: ["DeleteStateMachine", "GetExecutionHistory", "StopExecution", "UpdateStateMachine"],
  sts: ["AssumeRoot", "GetFederationToken", "GetSessionToken"],
};

/** Stands for whatever else a service can do. */
const VERBS = ["Add", "Create", "Delete", "Get", "Modify", "Put", "Read", "Remove", "Set", "Update"];

/** Returns whether an action with wildcards allows more than one kind of thing, or what delivery never needs. */
export function isWide(action: string): boolean {
  if (!/[*?]/.test(action)) return false;
  const [service = "", verb] = split(action.toLowerCase());
  if (verb === undefined || /[*?]/.test(service)) return true;
  const known = Object.hasOwn(RISKY, service) ? RISKY[service] : undefined;
  const risky = known ?? VERBS.map((word) => `${word}Anything`);
  return risky.some((one) => covers(verb, one.toLowerCase()));
}

function split(action: string): [service: string, verb?: string] {
  const colon = action.indexOf(":");
  return colon < 0 ? [action] : [action.slice(0, colon), action.slice(colon + 1)];
}
