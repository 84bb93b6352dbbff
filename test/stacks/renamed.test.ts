import { namesOf, ruleName } from "../../schema/identity";
import { environment } from "../support/environment";
import { followed, type Move, movesOf } from "../support/moves";
import { addresses, resource, type Synthesized, synthesized } from "../support/stack";

/** A stack of one stream, rule and destination, whose keys and earlier names are given. */
const named = (stream: string, rule: string, destination: string, more = { stream: "", rule: "", destination: "" }) => `
aws_account_id = "123456789012"
aws_region = "us-east-1"
organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de"
monitoring = { notify = ["arn:aws:sns:us-east-1:123456789012:on-call"] }
streams = { ${stream} = { event_source_suffix = "audit", topic_filters = ["v2.users.{id}.presence"], archive = {}
  log_level = "error", ${more.stream} } }
rules = { ${rule} = { stream = "${stream}", targets = ["${destination}"], ${more.rule} } }
destinations = { ${destination} = { type = "firehose", ${more.destination} } }
`;
const from = (name: string) => `renamed_from = "${name}"`;
const before = synthesized(named("audit", "trail", "files"));
const after = synthesized(
  named("audits", "path", "lake", { stream: from("audit"), rule: from("trail"), destination: from("files") }),
);

/** The attributes of everything, by the address that it ends up with, without what only says which resource is meant. */
function attributes(stack: Synthesized, moves: readonly Move[]): Record<string, unknown> {
  const all = Object.entries(stack.resource).flatMap(([type, named]) =>
    Object.keys(named).map((name) => {
      const text = JSON.stringify({ ...resource(stack, type, name), depends_on: undefined, dashboard_body: undefined });
      const expression = /\$\{(aws_\w+|time_sleep|genesyscloud_integration)\.([\w-]+)/g;
      const known = text.replace(expression, (_, type, name) => `\${${followed(moves, `${type}.${name}`)}`);
      return [followed(moves, `${type}.${name}`), known.replace(/(Stream|Destination) [\w-]+:/g, "$1:")] as const;
    }),
  );
  return Object.fromEntries(all);
}

test("moves every address of what is renamed, and leaves every name in AWS as it is", () => {
  const moves = movesOf(after);

  expect(moves.length).toBeGreaterThan(15);
  expect(addresses(before).map((address) => followed(moves, address))).toEqual(addresses(after));
  expect(attributes(after, [])).toEqual(attributes(before, moves));
});

test("writes no move where nothing was renamed", () => {
  expect(movesOf(before)).toEqual([]);
});

test("leads from every earlier pair of names to today's, whichever was renamed first", () => {
  const stack = synthesized(
    named("audit", "c", "f", {
      stream: "",
      rule: 'renamed_from = ["a", "b"]',
      destination: 'renamed_from = ["d", "e"]',
    }),
  );
  const moves = movesOf(stack);

  for (const rule of ["a", "b"])
    for (const destination of ["d", "e", "f"])
      expect(followed(moves, `aws_cloudwatch_event_target.${rule}_to_${destination}`)).toBe(
        "aws_cloudwatch_event_target.c_to_f",
      );
  // Terraform refuses two moves from one place, and two to one.
  expect(new Set(moves.map(({ from }) => from)).size).toBe(moves.length);
  expect(new Set(moves.map(({ to }) => to)).size).toBe(moves.length);
  expect(resource(stack, "aws_cloudwatch_event_rule", "c").name).toBe("a");
  expect(resource(stack, "aws_cloudwatch_event_target", "c_to_f").target_id).toBe("d");
});

test("takes the rule's name from the file where it has one", () => {
  const { rules } = environment(named("audit", "c", "f", { stream: "", rule: 'name = "trail"', destination: "" }));

  expect(ruleName("c", rules.c ?? {})).toBe("trail");
  expect(namesOf("c", rules.c ?? {})).toEqual(["c"]);
});
