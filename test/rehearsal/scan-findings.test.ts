import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/committed";
import { compareFindings, explainedIn } from "./scan-findings";

const scanned = (...found: readonly (readonly [check: string, resource: string])[]) =>
  JSON.stringify({
    results: { failed_checks: found.map(([check_id, resource]) => ({ check_id, check_name: "x", resource })) },
    summary: { passed: 140, parsing_errors: 0 },
  });

test("every finding that stays is explained in the documentation", () => {
  expect(explainedIn(readFileSync(join(root, "docs", "how-to", "scan.md"), "utf8"))).toContain(
    "CKV_AWS_26 aws_sns_topic",
  );
  expect(explainedIn(readFileSync(join(root, "docs", "how-to", "bootstrap.md"), "utf8"))).toContain(
    "CKV_AWS_290 aws_iam_policy -boundary",
  );
});

test.each([
  ["is what the table says", scanned(["CKV_AWS_26", "aws_sns_topic.a"], ["CKV_AWS_26", "aws_sns_topic.b"]), []],
  [
    "is of another resource",
    scanned(["CKV_AWS_26", "aws_sns_topic.a"], ["CKV_AWS_26", "aws_sqs_queue.a"]),
    ["not explained: CKV_AWS_26 aws_sqs_queue.a: x"],
  ],
  [
    "is of another name",
    scanned(
      ["CKV_AWS_26", "aws_sns_topic.a"],
      ["CKV_AWS_290", "aws_iam_policy.a-boundary"],
      ["CKV_AWS_290", "aws_iam_policy.a"],
    ),
    ["not explained: CKV_AWS_290 aws_iam_policy.a: x"],
  ],
  ["is gone", scanned(), ["explained, and not found: CKV_AWS_26 aws_sns_topic"]],
])("a scan that %s", (_, text, faults) => {
  const boundaries = text.includes("boundary") ? ["CKV_AWS_290 aws_iam_policy -boundary"] : [];
  expect(compareFindings(text, ["CKV_AWS_26 aws_sns_topic", ...boundaries]).faults).toEqual(faults);
});

test("a plan that could not be read is no plan without findings", () => {
  const text = scanned().replace("140", "0");

  expect(compareFindings(text, []).faults).toEqual(["checkov could not read the plan"]);
});
