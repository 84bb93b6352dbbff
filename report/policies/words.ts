import { joined } from "../../text/words";
import { own } from "../own";
import type { PolicyDocument } from "./documents";
import type { ConditionTest, Principal, Statement } from "./statement";

const SERVICES: Readonly<Record<string, string>> = {
  "delivery.logs.amazonaws.com": "the log delivery of CloudWatch",
  "events.amazonaws.com": "EventBridge",
  "firehose.amazonaws.com": "Data Firehose",
  "lambda.amazonaws.com": "Lambda",
  "states.amazonaws.com": "Step Functions",
};

const ACTIONS: Readonly<Record<string, string>> = {
  "*": "do anything",
  "dynamodb:PutItem": "write items",
  "events:InvokeApiDestination": "call the API destination",
  "events:PutEvents": "put events",
  "firehose:PutRecord": "put a record",
  "firehose:PutRecordBatch": "put records",
  "kinesis:PutRecord": "put a record",
  "kms:Decrypt": "decrypt with the key",
  "kms:GenerateDataKey": "encrypt with the key",
  "lambda:InvokeFunction": "invoke the function",
  "logs:CreateLogStream": "create log streams",
  "logs:PutLogEvents": "write log events",
  "s3:AbortMultipartUpload": "give up an upload",
  "s3:GetBucketLocation": "see the bucket's region",
  "s3:GetObject": "read objects",
  "s3:ListBucket": "list objects",
  "s3:ListBucketMultipartUploads": "list uploads",
  "s3:PutObject": "write objects",
  "secretsmanager:GetSecretValue": "read the secret",
  "sns:Publish": "publish",
  "sqs:SendMessage": "send messages",
  "states:StartExecution": "start executions",
  "sts:AssumeRole": "assume the role",
};

/** A statement as a sentence. */
export function statementWords(
  { kind, holder }: Pick<PolicyDocument, "kind" | "holder">,
  statement: Statement,
): string {
  const { effect, principals, actions, resources, conditions, inverted } = statement;
  const named = kind === "identity" ? `The ${holder}` : joined(principals.map(principalWords));
  const who = inverted.includes("NotPrincipal") ? `everybody but ${named}` : named || "nobody named";
  const does = inverted.includes("NotAction") ? `do anything but ${joined(actions)}` : joined(actions.map(actionWords));
  const on = joined(resources.map((resource) => (resource === "*" ? "any resource" : resource)));
  const what = `${does}${on === "" ? "" : ` on ${inverted.includes("NotResource") ? "anything but " : ""}${on}`}`;
  const only = conditions.map(conditionWords).join(" and ");
  const where = kind === "identity" ? "" : ` (${kind === "trust" ? "of the" : "on the"} ${holder})`;
  const anyhow = kind === "identity" ? "" : ", without a condition";
  const sentence =
    effect === "Allow"
      ? `${who} may ${what}${only === "" ? anyhow : `, only ${only}`}`
      : `${principals.some((one) => one.kind === "*") || kind === "identity" ? denied(kind, who) : `${who} may not`} ${what}${only === "" ? "" : `, where it is ${only}`}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${where}.`;
}

function denied(kind: PolicyDocument["kind"], who: string): string {
  return kind === "identity" ? `${who} may not` : "nobody may";
}

function principalWords({ kind, id }: Principal): string {
  if (kind === "*") return "everybody";
  if (kind === "Service") return `${own(SERVICES, id) ?? "the service"} (${id})`;
  const account = /^(?:\d{12}$|arn:aws[a-z-]*:iam::(\d{12}):root$)/.exec(id);
  return account === null ? id : `everybody whom account ${account[1] ?? id} allows it`;
}

function actionWords(action: string): string {
  const known = own(ACTIONS, action);
  if (known !== undefined) return `${known} (${action})`;
  const [service, verb] = action.split(":");
  return verb === "*" ? `do anything of ${service} (${action})` : action;
}

function conditionWords({ test, key, values }: ConditionTest): string {
  const of = joined(values, "or");
  switch (key.toLowerCase()) {
    case "aws:sourcearn":
      return `on behalf of ${of}`;
    case "aws:sourceaccount":
      return `for account ${of}`;
    case "aws:securetransport":
      return of === "false" ? "over an unencrypted connection" : "over an encrypted connection";
    case "aws:principalorgid":
      return `for members of the organization ${of}`;
    default:
      return `where ${key} passes ${test} ${of}`;
  }
}
