import { file, parse } from "../../support/environment";

const JSON_FILE = (pattern: string) =>
  JSON.stringify(
    {
      aws_account_id: "123456789012",
      aws_region: "us-east-1",
      streams: { audit: { event_source_suffix: "audit", topic_filters: ["v2.users.{id}.presence"] } },
      rules: { all: { stream: "audit", pattern, targets: ["log"] } },
      destinations: { log: { type: "cloudwatch_logs" } },
    },
    null,
    1,
  );
const rule = (pattern: string) => file({ rule: `pattern = ${pattern}\ntargets = ["log"]` });
const heredoc = (lines: string, flush = "") => rule(`<<${flush}EOT\n${lines}\nEOT`);

const places: [what: string, text: string, place: string][] = [
  ["a value in a heredoc", heredoc('{\n  "id": "x"\n}'), "11:9"],
  ["a value in an indented heredoc", heredoc('    {\n      "id": "x"\n    }', "-"), "11:13"],
  ["a value behind a blank line", heredoc('    {\n\n      "id": "x"\n    }', "-"), "12:13"],
  ["an operator in a heredoc", heredoc('{\n  "id": [{ "prefixx": "a" }]\n}'), "11:12"],
  ["a field in a heredoc", heredoc('{\n  "id": ["a"],\n  "account": ["1"]\n}'), "12:3"],
  ["a comma too many in a heredoc", heredoc('{\n  "id": ["x"],\n}'), "12:1"],
  ["a missing quote in a heredoc", heredoc('{\n  id: ["x"]\n}'), "11:3"],
  ["what stands behind an escaped template", heredoc('{ "id": ["$${x}"],\n "version": "0" }'), "11:13"],
  ["a value in quotes", rule('"{\\"id\\": \\"x\\"}"'), "9:21"],
  ["a value behind escapes of letters", rule('"{\\"id\\": [\\"\\u00e9\\"], \\"version\\": \\"0\\"}"'), "9:48"],
  ["a comma too many in quotes", rule('"{\\"id\\": [\\"x\\",]}"'), "9:28"],
  ["a value behind emoji", rule('"{\\"id\\": [\\"\\U0001F600\\"], \\"version\\": \\"0\\"}"'), "9:52"],
];

test.each(places)("knows the line and column of %s", (_, text, place) => {
  const [issue] = parse(text).issues;

  expect(`${issue?.line}:${issue?.column}`).toBe(place);
});

test("knows the column of a fault in a pattern that is text in JSON", () => {
  const text = JSON_FILE('{"id": "x"}');
  const line = text.split("\n").findIndex((each) => each.includes('"pattern"'));

  const [issue] = parse(text, "dev", "dev.tfvars.json").issues;

  expect(issue).toMatchObject({ id: "pattern-leaf-no-list", line: line + 1 });
  expect(text.split("\n")[line]?.slice((issue?.column ?? 0) - 1)).toMatch(/^\\"x\\"\}/);
});

test("points to the begin of a text that is too long for any place in it to matter", () => {
  const [issue] = parse(heredoc(`{ "id": [${'"x",'.repeat(10_000)}] }`)).issues;

  expect(`${issue?.line}:${issue?.column}`).toBe("9:11");
});
