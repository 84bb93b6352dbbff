import { arn } from "../../../aws/names";
import { type Adoptable, orNothing, textOf } from "../adoptable";
import { policyLoss } from "../policy-loss";

export const topic: Adoptable = {
  type: "aws_sns_topic",
  unwritten: true,
  async find({ name }, { aws }) {
    const { GetTopicAttributesCommand, SNSClient } = await import("@aws-sdk/client-sns");
    const { place } = aws;
    const TopicArn = arn(place, "sns", textOf(name));
    const asked = aws.client(SNSClient).send(new GetTopicAttributesCommand({ TopicArn }));
    const found = await orNothing(asked, "NotFound");
    const { Policy, KmsMasterKeyId } = found?.Attributes ?? {};
    return found && { name, arn: TopicArn, policy: Policy ?? null, kms_master_key_id: KmsMasterKeyId ?? null };
  },
  reads: ({ name }, place) => [{ actions: ["sns:GetTopicAttributes"], resources: [arn(place, "sns", textOf(name))] }],
  loses: (attribute, now, wanted) => (attribute === "policy" ? policyLoss(now, wanted) : undefined),
};
