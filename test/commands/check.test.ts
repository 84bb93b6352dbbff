import { file } from "../support/environment";
import { runWith } from "./run";

const dev = file({ rule: 'targets = ["lgo"]' });
const WHERE = "environments/dev.tfvars:9:12: rules.all.targets[0]: ";
const MESSAGE = 'there is no destination "lgo"; did you mean log?';
const check = (files: Record<string, string>, ...args: string[]) => runWith(files, ["check", ...args]);

test("says what is wrong, where, and what to write, and counts it apart", async () => {
  const { code, stdout, stderr } = await check({ "environments/dev.tfvars": dev });

  expect(code).toBe(1);
  expect(stdout).toBe(`${WHERE}${MESSAGE}`);
  expect(stderr).toBe("1 error in 1 environment");
});

test("says nothing but the count where nothing is wrong", async () => {
  expect(await check({ "environments/dev.tfvars": file() })).toEqual({
    code: 0,
    stdout: "",
    stderr: "nothing wrong in 1 environment",
  });
});

test("ends well where there are warnings only", async () => {
  const { code, stdout, stderr } = await check({
    "environments/dev.tfvars": file().replace("v2.users.{id}.presence", "*"),
  });

  expect(code).toBe(0);
  expect(stdout).toMatch(/^environments\/dev\.tfvars:5:71: warning: streams\.audit\.topic_filters\[0\]: /);
  expect(stderr).toBe("1 warning in 1 environment");
});

test("checks environments beside each other", async () => {
  const { code, stdout } = await check({ "environments/dev.tfvars": file(), "environments/test.tfvars": file() });

  expect(code).toBe(1);
  expect(stdout).toMatch(/^environments\/test\.tfvars:5:45: .*environments\/dev\.tfvars/);
});

test.each([
  ["a file", "other/prod.tfvars"],
  ["a folder", "./other"],
  ["a name", "prod"],
])("checks what is asked for: %s", async (_, word) => {
  const files = { "environments/dev.tfvars": "x", "environments/prod.tfvars": file(), "other/prod.tfvars": file() };

  expect(await check(files, word)).toMatchObject({ code: 0, stderr: "nothing wrong in 1 environment" });
});

test.each([
  ["a file that is not there", ["prdo.tfvars"], 1, /^there is no file prdo\.tfvars; did you mean prod\?$/],
  ["a name that is not there", ["prdo"], 1, /^there is no environment prdo in environments; did you mean prod\?$/],
  ["a file of another kind", ["./notes.md"], 1, /^notes\.md is no environment file; their names end in \.tfvars/],
  ["an option that there is not", ["--jsno"], 2, /^--jsno is no option of check; did you mean --json\?\nusage: /],
  ["a format that there is not", ["--format", "xml"], 2, /^--format xml is not known; write one of github, json, text/],
  ["no format", ["--format"], 2, /^--format wants FORMAT/],
  ["a value for what takes none", ["--json=yes"], 2, /^--json takes no value/],
])("fails, in one line, when given %s", async (_, args, code, message) => {
  const ran = await check({ "environments/prod.tfvars": file(), "notes.md": "" }, ...args);

  expect(ran).toMatchObject({ code, stdout: "" });
  expect(ran.stderr).toMatch(message);
});

test("tells other programs the same as JSON", async () => {
  const files = { "environments/dev.tfvars": dev };
  const { code, stdout } = await check(files, "--json");

  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    files: ["environments/dev.tfvars"],
    issues: [
      {
        id: "unknown-destination",
        severity: "error",
        file: "environments/dev.tfvars",
        line: 9,
        column: 12,
        path: "rules.all.targets[0]",
        message: MESSAGE,
      },
    ],
  });
  expect((await check(files, "--format", "json")).stdout).toBe(stdout);
});

test("annotates a GitHub workflow, with its escapes and from the repository's root", async () => {
  const { code, stdout } = await runWith({ "sub/environments/de,v%.tfvars": 'tags = { "a,b:%" = 5 }' }, [
    "check",
    "sub/environments",
    "--format",
    "github",
  ]);

  expect(code).toBe(1);
  expect(stdout.split("\n")).toContainEqual(
    expect.stringContaining(
      '::error file=sub/environments/de%2Cv%25.tfvars,line=1,col=10,title=invalid-name::tags["a,b:%25"]: "a,b:%25" is no name here: it must be',
    ),
  );
});

test("shows its help", async () => {
  const { code, stdout } = await check({}, "--help");

  expect(code).toBe(0);
  expect(stdout).toMatch(/^usage: genesys-eventbridge check \[OPTION …\] \[FILE …\]/);
  expect(stdout).toMatch(/--format FORMAT {2}.*github, json, text/);
});
