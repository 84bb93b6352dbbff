import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { reportSchema } from "../../../report/schema";
import { planText } from "../../report/plan";
import { root } from "../../support/committed";
import { Case, cases } from "../support/cases";
import { good, goodValues } from "../support/good";
import { fileName, hostileJson, hostileText, SECRET } from "../support/hostile";
import type { Timed } from "../support/sound-run";
import { jsonText } from "../support/texts";

const formats = fc.constantFrom<readonly string[]>([], ["--json"], ["--format", "markdown"]);

/** A report is whole, or there is none. */
function whole({ code, stdout }: Timed, { args }: Case): string[] {
  if (code !== 0) return stdout === "" ? [] : ["half a report"];
  if (args.includes("--json"))
    return reportSchema.safeParse(JSON.parse(stdout)).success ? [] : ["not as its schema has it"];
  if (args.includes("markdown"))
    return stdout.startsWith("#") && stdout.length <= 65_536 ? [] : ["no Markdown of a comment"];
  return /^<!doctype html>.*<\/html>\s*$/is.test(stdout) ? [] : ["no page"];
}

test("is made of any environment that is right", () =>
  cases(
    1500,
    fc
      .tuple(hostileJson(goodValues, 2), formats)
      .map(([text, formats]) => new Case(["report", "dev", ...formats], { "environments/dev.tfvars.json": text })),
    whole,
  ));

const plans = ["blog-post.json", "staging-changed.json"].map((name): unknown =>
  JSON.parse(readFileSync(join(root, "test", "plans", name), "utf8")),
);
const [own = Buffer.from("")] = good.map(({ bytes }) => bytes);
const plan = fc.oneof(
  { weight: 4, arbitrary: hostileJson(fc.constantFrom(...plans)) },
  { weight: 1, arbitrary: jsonText },
);

test("is made of any plan", () =>
  cases(
    1200,
    fc.tuple(plan, plan, fc.boolean(), fileName, formats).map(
      ([plan, other, compare, name, formats]) =>
        new Case(
          ["report", "dev", "--plan", `./${name}`, ...(compare ? ["--against", "other.json"] : []), ...formats],
          {
            "environments/dev.tfvars": own,
            [name]: plan,
            "other.json": other,
          },
        ),
    ),
    whole,
  ));

const VALUES = ["policy", "name", "input", "pattern", "tags", "environment", "user_data"];
const HELD: readonly unknown[] = [
  SECRET,
  [SECRET],
  { a: SECRET },
  { a: [{ b: SECRET }] },
  JSON.stringify({ a: SECRET }),
  { [SECRET]: 1 },
];
const secretive = fc
  .record({
    type: fc.constantFrom(
      "aws_lambda_function",
      "aws_cloudwatch_event_connection",
      "aws_sqs_queue",
      "aws_iam_role_policy",
    ),
    key: fc.constantFrom(...VALUES),
    held: fc.constantFrom(...HELD),
    before: fc.boolean(),
    text: hostileText,
  })
  .map(({ type, key, held, before, text }) =>
    planText(
      [
        {
          address: `${type}.x`,
          values: { [key]: held, other: text },
          sensitive: { [key]: true },
          ...(before && { before: { [key]: `${SECRET}-old`, other: "x" } }),
        },
      ],
      { output_changes: { o: { actions: ["create"], before: null, after: SECRET, after_sensitive: true } } },
    ),
  );

test("holds nothing that a plan calls sensitive", () =>
  cases(
    800,
    fc.tuple(secretive, secretive, fc.boolean(), formats).map(
      ([plan, other, compare, formats]) =>
        new Case(
          ["report", "dev", "--plan", "plan.json", ...(compare ? ["--against", "other.json"] : []), ...formats],
          {
            "environments/dev.tfvars": own,
            "plan.json": plan,
            "other.json": other,
          },
        ),
    ),
    whole,
  ));

test("compares any two environments", () =>
  cases(
    500,
    fc.tuple(hostileJson(goodValues, 1), fileName, formats).map(
      ([text, name, formats]) =>
        new Case(["report", "dev", "--against", `./${name}.tfvars.json`, ...formats], {
          "environments/dev.tfvars": own,
          [`${name}.tfvars.json`]: text,
        }),
    ),
    whole,
  ));
