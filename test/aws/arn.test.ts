import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { arnParts, parseArn, unqualified } from "../../aws/arn";
import { root } from "../support/committed";

test.each([
  ["arn:aws:sqs:us-east-1:123456789012:queue", "aws", "sqs", "us-east-1", "123456789012", ["queue"]],
  ["arn:aws-cn:s3:::a-bucket", "aws-cn", "s3", "", "", ["a-bucket"]],
  ["arn:aws:logs:us-east-1:1:log-group:/a/b:*", "aws", "logs", "us-east-1", "1", ["log-group", "/a/b", "*"]],
  ["arn:aws:lambda:us-east-1:1:function:f:live", "aws", "lambda", "us-east-1", "1", ["function", "f", "live"]],
  ["arn:aws", "aws", "", "", "", [""]],
  ["", "", "", "", "", [""]],
])("takes %s apart", (arn, partition, service, region, account, segments) => {
  expect(parseArn(arn)).toEqual({ partition, service, region, account, resource: segments.join(":"), segments });
});

test("an ARN that is too short has fewer parts, and a long one no more than six", () => {
  expect(arnParts("arn:aws:s3")).toHaveLength(3);
  expect(arnParts("arn:aws:logs:us-east-1:1:log-group:/a:log-stream:b")[5]).toBe("log-group:/a:log-stream:b");
});

test.each([
  ["arn:aws:lambda:us-east-1:1:function:f", undefined],
  ["arn:aws:lambda:us-east-1:1:function:f:live", "live"],
  ["arn:aws:states:us-east-1:1:stateMachine:f:live", "live"],
])("tells the alias or version of %s from the rest", (arn, qualifier) => {
  expect(unqualified(arn)).toEqual([arn.replace(/:live$/, ""), qualifier]);
});

test("no other file takes an ARN apart by its colons", () => {
  const folders = ["config", "destinations", "modules", "monitoring", "report", "schema", "stacks", "streams", "trace"];
  const found = folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
    )
    .filter((path) => path.endsWith(".ts"))
    .filter((path) =>
      /\b(?:arn|resource|topic|named|role|kms_key_id)\??\.split\(":"\)/.test(readFileSync(join(root, path), "utf8")),
    );

  expect(found).toEqual([]);
});
