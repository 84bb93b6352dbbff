import { arn } from "../../../aws/names";
import { type Adoptable, orNothing, textOf } from "../adoptable";

export const deliveryStream: Adoptable = {
  type: "aws_kinesis_firehose_delivery_stream",
  unwritten: true,
  async find({ name }, { aws }) {
    const { DescribeDeliveryStreamCommand, FirehoseClient } = await import("@aws-sdk/client-firehose");
    const client = aws.client(FirehoseClient);
    const asked = client.send(new DescribeDeliveryStreamCommand({ DeliveryStreamName: textOf(name) }));
    const found = (await orNothing(asked))?.DeliveryStreamDescription;
    // Its settings are many and partly AWS's own: the plan tells them apart.
    return found && { name, arn: found.DeliveryStreamARN };
  },
  reads: ({ name }, place) => [
    {
      actions: ["firehose:DescribeDeliveryStream"],
      resources: [arn(place, "firehose", `deliverystream/${textOf(name)}`)],
    },
  ],
};
