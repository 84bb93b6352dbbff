import { anything, has, held, named, useOfKey } from "./grant";
import type { ResourceTypes } from "./resource-type";

export const pipes: ResourceTypes = {
  aws_pipes_pipe: {
    noun: "pipe",
    loss: "nothing is read until there is one again, which goes on where its consumer group was",
    arn: ["pipes", (name) => `pipe/${name}`],
    tagged: true,
    store: "pipe",
    deploy: [
      {
        read: ["pipes:DescribePipe", "pipes:ListTagsForResource"],
        write: ["pipes:CreatePipe", "pipes:DeletePipe", "pipes:TagResource", "pipes:UntagResource", "pipes:UpdatePipe"],
        on: named("pipes", ["pipe/NAME"]),
      },
      // AWS delivers the logs, and asks for these of whoever makes the pipe (user guide, "Log EventBridge Pipes", 2026-11).
      {
        read: [
          "logs:DescribeLogGroups",
          "logs:DescribeResourcePolicies",
          "logs:GetLogDelivery",
          "logs:ListLogDeliveries",
        ],
        write: ["logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:PutResourcePolicy", "logs:UpdateLogDelivery"],
        on: anything,
      },
      { write: ["kms:DescribeKey"], on: held("kms_key_identifier"), when: has("kms_key_identifier") },
      useOfKey("pipes", ["kms:Decrypt", "kms:GenerateDataKey"], "kms_key_identifier"),
    ],
  },
};
