import { arn, cut, logicalId, partition, roleName, tags } from "../../aws/names";

test.each([
  ["us-east-1", "aws"],
  ["cn-north-1", "aws-cn"],
  ["us-gov-west-1", "aws-us-gov"],
  ["eusc-de-east-1", "aws-eusc"],
])("puts %s into the partition %s", (region, expected) => {
  expect(partition(region)).toBe(expected);
  expect(arn({ aws_region: region, aws_account_id: "1" }, "sqs", "q")).toBe(`arn:${expected}:sqs:${region}:1:q`);
});

test("cuts long names so that two of them stay two", () => {
  const [one, other] = ["a", "b"].map((end) => cut(`${"x".repeat(80)}${end}`, 64));

  expect(one).toHaveLength(64);
  expect(one).not.toBe(other);
  expect(roleName("dev", "calls")).toBe("dev-calls-eventbridge");
});

test("makes any name a part of a Terraform address", () => {
  expect(["a.b", "1st", "-x", "ok-1_A"].map(logicalId)).toEqual(["a_b", "_1st", "_-x", "ok-1_A"]);
});

test("adds its tags to the user's, who may overrule them", () => {
  expect(tags("dev", { owner: "me", environment: "development" })).toEqual({
    environment: "development",
    "managed-by": "cdktf",
    owner: "me",
  });
});
