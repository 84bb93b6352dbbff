import { parseArn } from "../../../../aws/arn";
import type { Account } from "../account";
import { asResource } from "../as-resource";
import { sqs } from "../clients";
import { withKey } from "../keys";
import { ifThere, type ReadReceiver } from "./receiver";

const MISSING = ["QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"];

export const queue: ReadReceiver = async (account, arn) => {
  const found = await queueAttributes(account, arn);
  if (found === undefined) return undefined;
  const { url, attributes } = found;
  return withKey(account, attributes.KmsMasterKeyId, (key) => [
    asResource("aws_sqs_queue", parseArn(arn).resource, {
      name: parseArn(arn).resource,
      arn,
      url,
      policy: attributes.Policy,
      kms_master_key_id: key,
      message_retention_seconds: attributes.MessageRetentionPeriod && Number(attributes.MessageRetentionPeriod),
    }),
  ]);
};

/** Returns a queue's URL and attributes; undefined where there is no such queue. */
export async function queueAttributes(account: Account, arn: string) {
  const { sdk, client } = await sqs(account);
  const { resource: QueueName, account: QueueOwnerAWSAccountId } = parseArn(arn);
  const named = client.send(new sdk.GetQueueUrlCommand({ QueueName, QueueOwnerAWSAccountId }));
  const { QueueUrl: url } = (await ifThere(named, ...MISSING)) ?? {};
  if (url === undefined) return undefined;
  const asked = client.send(new sdk.GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["All"] }));
  const { Attributes: attributes = {} } = (await ifThere(asked, ...MISSING)) ?? {};
  return { url, attributes };
}
