import type { Place } from "../config/names";
import { EVENTS_SERVICE, type Statement } from "./policy";

/**
 * What the policy of the customer-managed key must contain. The key belongs to somebody else, so it is an output for its
 * owner. EventBridge's statement has no source: an SNS topic's delivery fails with one.
 */
export function kmsKeyStatements(
  { aws_region: region, aws_account_id: account }: Place,
  logGroupArns: readonly string[],
  firehose: boolean,
): Statement[] {
  const statements: Statement[] = [
    {
      Sid: "EventBridgeDelivers",
      Effect: "Allow",
      Principal: { Service: EVENTS_SERVICE },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "*",
    },
  ];
  if (logGroupArns.length > 0) {
    statements.push({
      Sid: "LogGroups",
      Effect: "Allow",
      Principal: { Service: `logs.${region}.amazonaws.com` },
      Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
      Resource: "*",
      Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": logGroupArns } },
    });
  }
  if (firehose) {
    statements.push({
      Sid: "Firehose",
      Effect: "Allow",
      Principal: { Service: "firehose.amazonaws.com" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": account } },
    });
  }
  return statements;
}
