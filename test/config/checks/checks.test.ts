import { brief, file, parse } from "../../support/environment";

test("fails when the log groups are more than one resource policy can hold", () => {
  const groups = Array.from({ length: 320 }, (_, n) => `"group-${n}" = { type = "cloudwatch_logs" }`).join("\n");

  const { issues } = parse(
    file({ destination: `type = "cloudwatch_logs" }\n${groups}\nlast = { type = "cloudwatch_logs"` }),
  );

  expect(issues.filter(({ severity }) => severity === "error").map(({ id }) => id)).toEqual(["log-policy-too-long"]);
});

test("says nothing of a stream that no rule takes and an archive does", () => {
  const stream = '}\nother = { event_source_suffix = "x", topic_filters = ["v2.users.{id}.presence"], archive = {}';

  expect(parse(file({ stream })).issues).toEqual([]);
});

test("fails when the file's name cannot be part of resource names", () => {
  const { environment, issues } = parse(file(), "prod.eu");

  expect(issues.map(brief)).toEqual(["environment-name 1:1"]);
  expect(environment).toBeUndefined();
});

test("says in one round what is wrong with each header, whatever is wrong with another", () => {
  const { issues } = parse(
    file({
      rule: 'targets = { log = { headers = { x-site = "Zürich", Host = "x", "a:b" = "c" } } }',
      destination: 'type = "http"\nurl = "https://x"\nauth = { type = "api_key", value = { ssm_parameter = "/x" } }',
    }),
  );

  expect(issues.map(brief)).toEqual([
    "invalid-format 9:42 rules.all.targets.log.headers.x-site",
    "header-owned 9:52 rules.all.targets.log.headers.Host",
    'invalid-name 9:64 rules.all.targets.log.headers["a:b"]',
  ]);
});
