import type { Environment } from "../config/model";
import type { Place } from "./destination";
import { EVENTS_SERVICE, type Statement } from "./policy";

/**
 * What the policy of the customer-managed key must contain. The key belongs to somebody else, so it is an output for its
 * owner. EventBridge's statement has no source: an SNS topic's delivery fails with one.
 */
export function kmsKeyStatements(environment: Environment, places: readonly Place[]): Statement[] {
  const { aws_region: region, aws_account_id: account } = environment;
  const statements: Statement[] = [
    {
      Sid: "EventBridgeDelivers",
      Effect: "Allow",
      Principal: { Service: EVENTS_SERVICE },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "*",
    },
  ];
  const groups = places.filter(({ type, keys }) => type.type === "cloudwatch_logs" && keys.arn === undefined);
  if (groups.length > 0) {
    statements.push({
      Sid: "LogGroups",
      Effect: "Allow",
      Principal: { Service: `logs.${region}.amazonaws.com` },
      Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
      Resource: "*",
      Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": groups.map(({ arn }) => arn) } },
    });
  }
  if (places.some(({ type, keys }) => type.type === "firehose" && keys.arn === undefined)) {
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
