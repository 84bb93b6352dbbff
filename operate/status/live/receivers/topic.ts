import { asResource } from "../as-resource";
import { sns } from "../clients";
import { withKey } from "../keys";
import { ifThere, type ReadReceiver } from "./receiver";

export const topic: ReadReceiver = async (account, arn) => {
  const { sdk, client } = await sns(account);
  const asked = client.send(new sdk.GetTopicAttributesCommand({ TopicArn: arn }));
  const found = await ifThere(asked, "NotFound", "NotFoundException");
  if (found === undefined) return undefined;
  const { Attributes: { Policy: policy, KmsMasterKeyId: key } = {} } = found;
  return withKey(account, key, (kms_master_key_id) => [
    asResource("aws_sns_topic", arn.replace(/^.*:/, ""), {
      name: arn.replace(/^.*:/, ""),
      arn,
      policy,
      kms_master_key_id,
    }),
  ]);
};
