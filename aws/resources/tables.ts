import { named } from "./grant";
import type { ResourceTypes } from "./resource-type";

export const tables: ResourceTypes = {
  aws_dynamodb_table: {
    noun: "table",
    loss: "with every item in it",
    arn: ["dynamodb", (name) => `table/${name}`],
    tagged: true,
    store: "table",
    deploy: [
      {
        read: [
          "dynamodb:DescribeContinuousBackups",
          "dynamodb:DescribeTable",
          "dynamodb:DescribeTimeToLive",
          "dynamodb:ListTagsOfResource",
        ],
        write: [
          "dynamodb:CreateTable",
          "dynamodb:DeleteTable",
          "dynamodb:TagResource",
          "dynamodb:UntagResource",
          "dynamodb:UpdateContinuousBackups",
          "dynamodb:UpdateTable",
          "dynamodb:UpdateTimeToLive",
        ],
        on: named("dynamodb", ["table/NAME"]),
      },
    ],
  },
};
