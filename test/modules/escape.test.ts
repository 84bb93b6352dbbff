import { withoutTemplates } from "../../modules/escape";
import { file } from "../support/environment";
import { resource, synthesized } from "../support/stack";

test("makes text and names safe at every depth", () => {
  expect(withoutTemplates({ "${a}": ["%{ if }", { b: "$${x} $1 $" }], n: 5, yes: true })).toEqual({
    "$${a}": ["%%{ if }", { b: "$$${x} $1 $" }],
    n: 5,
    yes: true,
  });
});

test("lets no text of the file become Terraform's", () => {
  const stack = synthesized(
    file({
      top: 'tags = { owner = "plain" }',
      stream: 'notes = "$${path.module} %%{ if true }"',
      rule: 'description = "$${file(1)}"\npattern = { detail = { "$${x}" = ["$${var.y}"] } }\ntargets = ["log"]',
    }),
  );

  const rule = resource(stack, "aws_cloudwatch_event_rule");
  expect(rule.description).toBe("$${file(1)}");
  expect(rule.event_pattern).toContain('"detail":{"$${x}":["$${var.y}"]}');
  expect(resource(stack, "genesyscloud_integration").config).toMatchObject({ notes: "$${path.module} %%{ if true }" });
});
