import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../support/committed";
import { folderWith, genesysEventbridge } from "../support";

const FLAGS = [
  ...["--account", "210987654321", "--region", "eu-central-1", "--suffix", "audit-north"],
  ...["--topic", "v2.audits.entitytype.{id}.entityid.{id}", "--destination", "cloudwatch_logs"],
];
const env = { ENVIRONMENTS_DIR: "environments" };
const init = (args: readonly string[], cwd: string) => genesysEventbridge(["init", ...args], { cwd, env });
const textOf = (cwd: string, name: string) => readFileSync(join(cwd, name), "utf8");

test("begins in an empty folder what check finds right and synth writes, and never a second time", async () => {
  const cwd = join(folderWith({ "Büro Nord/notes": "" }), "Büro Nord");

  const begun = await init(["north", ...FLAGS], cwd);
  const check = await genesysEventbridge(["check", "north"], { cwd, env });
  const synth = await genesysEventbridge(["synth", "north"], { cwd, env });
  const before = textOf(cwd, "environments/north.tfvars");
  const again = await init(["North", ...FLAGS], cwd);

  expect(begun).toMatchObject({ code: 0, stderr: "" });
  expect(begun.stdout).toMatch(
    /^written: environments.north\.tfvars\nwritten: \.gitignore\nwritten: cdktf\.json\n\nnext:\n/,
  );
  expect(check).toMatchObject({ code: 0, stderr: "nothing wrong in 1 environment\n" });
  expect(synth.code).toBe(0);
  expect(JSON.parse(textOf(cwd, "cdktf.json"))).toMatchObject({ language: "typescript", sendCrashReports: "false" });
  expect(again).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/is there already; edit it, or/) });
  expect(textOf(cwd, "environments/north.tfvars")).toBe(before);
});

test.each(["ci", "bootstrap"])("takes no name that a command below it has: %s", async (name) => {
  const cwd = folderWith({});
  const { code, stderr } = await init(["--yes", name, ...FLAGS], cwd);

  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining(`init ${name} is a command of its own`),
  });
  expect(readdirSync(cwd)).toEqual([]);
});

test.each([[], ["north"]])(
  "says nothing of what nobody gave, also beside an environment that the examples are like: init %s",
  async (...name) => {
    const cwd = folderWith({ "environments/dev.tfvars": textOf(root, "environments/dev.tfvars") });
    const { code, stderr } = await init(name, cwd);

    expect(code).toBe(2);
    expect(
      stderr
        .trimEnd()
        .split("\n")
        .filter((line) => !/^(?:NAME|--[a-z-]+) is missing; write /.test(line)),
    ).toEqual([]);
  },
);

test("names all that is missing at once where nobody can be asked, and writes nothing", async () => {
  const cwd = folderWith({});
  const { code, stdout, stderr } = await init([], cwd);

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.match(/^(?:NAME|--[a-z-]+)(?= is missing; write )/gm)).toEqual([
    "NAME",
    ...["--account", "--region", "--suffix", "--topic", "--destination"],
  ]);
  expect(readdirSync(cwd)).toEqual([]);
});

test("says of every option what check would say, and writes nothing", async () => {
  const cwd = folderWith({});
  const wrong = ["a b", ...FLAGS, "--account", "12", "--region", "eu-centrl-1", "--topic", "v2.usres.{id}.presence"];
  const { code, stderr } = await init(wrong, cwd);

  expect(code).toBe(1);
  expect(stderr.split("\n")).toEqual([
    expect.stringContaining("NAME: the file's name is the environment's, and \"a b\" cannot be"),
    '--account: "12" is not allowed; it must be 12 digits in quotes',
    '--region: "eu-centrl-1" is not allowed; did you mean eu-central-1?',
    expect.stringMatching(/^--topic: .* is no known topic; did you mean "v2\.users\.\{id\}\.presence"/),
    "",
  ]);
  expect(existsSync(join(cwd, "environments"))).toBe(false);
});

test("shows all in a dry run, says it for programs, and begins in another folder", async () => {
  const cwd = folderWith({});
  const { code, stdout } = await init(["north", ...FLAGS, "--directory", "new place", "--dry-run", "--json"], cwd);
  const { files } = JSON.parse(stdout);

  expect(code).toBe(0);
  expect(readdirSync(cwd)).toEqual([]);
  expect(files).toMatchObject([
    {
      path: join("new place", "environments", "north.tfvars"),
      action: "written",
      text: expect.stringContaining("audit-north"),
    },
    { path: join("new place", ".gitignore"), action: "written" },
    { path: join("new place", "cdktf.json"), action: "written" },
  ]);

  const written = await init(["north", ...FLAGS, "--directory", "new place"], cwd);
  expect(written.stdout).toMatch(/^ {2}cd "new place"/m);
  expect(textOf(cwd, "new place/environments/north.tfvars")).toBe(files[0].text);
});

(process.getuid?.() === 0 ? test.skip : test)("writes nothing into a folder that may not be written to", async () => {
  const cwd = folderWith({});
  chmodSync(cwd, 0o555);
  const { code, stderr } = await init(["north", ...FLAGS], cwd);

  expect(code).toBe(1);
  expect(stderr).toBe(". cannot be written (EACCES), and nothing was\n");
});
