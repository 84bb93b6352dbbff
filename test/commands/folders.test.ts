import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run, run as runProgram } from "../../commands/run";
import { file } from "../support/environment";
import { ioIn } from "../support/io";

const another = file().replace('event_source_suffix = "audit"', 'event_source_suffix = "other"');
const event = '{"detail-type":"v2.users.{id}.presence","source":"x","detail":{}}';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "folders-"));
  put("environments/dev.tfvars", file());
  put("environments/prod.tfvars", another);
  put("one/only.tfvars", file());
  put("dev/elsewhere.tfvars", file());
  put("empty/notes.md", "");
  put("event.json", event);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

async function ran(args: readonly string[], cwd = ".") {
  const { io, stdout, stderr } = ioIn(folder, { cwd: join(folder, cwd) });
  const code = await run(args, io);
  return { code, stdout: stdout.join("\n"), stderr: stderr.join("\n") };
}

const checked = async (words: readonly string[], cwd?: string) => {
  const { stdout } = await ran(["check", ...words, "--json"], cwd);
  return stdout === "" ? [] : JSON.parse(stdout).files.map((path: string) => path.replace(`${folder}/`, ""));
};

const [DEV, PROD] = ["environments/dev.tfvars", "environments/prod.tfvars"];

test.each([
  ["a folder", ["environments"], [DEV, PROD]],
  ["a folder with a slash", ["environments/"], [DEV, PROD]],
  ["a folder from here", ["./environments/"], [DEV, PROD]],
  ["a folder by a long way", ["one/../environments//."], [DEV, PROD]],
  ["a folder in full", [""], [DEV, PROD]],
  ["a folder of the same name as an environment, which goes first", ["dev"], [DEV]],
  ["that folder", ["./dev"], ["dev/elsewhere.tfvars"]],
  ["that folder with a slash", ["dev/"], ["dev/elsewhere.tfvars"]],
  ["a file", [DEV], [DEV]],
  ["a file with a slash", [`${DEV}/`], [DEV]],
  ["a file's name alone", ["dev.tfvars"], [DEV]],
  ["the same file in several ways", ["dev", DEV, `./${DEV}`, "environments//dev.tfvars"], [DEV]],
  ["a folder and a file in it", ["environments", "prod"], [DEV, PROD]],
  ["the same file through a link", [DEV, "link/dev.tfvars"], [DEV]],
])("checks what is asked for: %s", async (_, words, files) => {
  symlinkSync("environments", join(folder, "link"));

  expect(await checked(words.map((word) => word || join(folder, "environments")))).toEqual(files);
});

test.each([
  [".", "environments", [DEV, PROD]],
  ["./", "environments", [DEV, PROD]],
  ["..", "environments/sub", [DEV, PROD]],
])("checks the folder %s", async (word, cwd, files) => {
  mkdirSync(join(folder, cwd), { recursive: true });
  expect((await checked([word], cwd)).map((path: string) => path.replace(/^(?=\w+\.)/, "environments/"))).toEqual(
    files,
  );
});

test.each([
  ["a name", "nonexist", "there is no environment nonexist in environments; known: dev, prod"],
  ["a name that is nearly right", "prdo", "there is no environment prdo in environments; did you mean prod?"],
  ["a name in another case", "PROD", "there is no environment PROD in environments; did you mean prod?"],
  ["a file", "x/nonexist.tfvars", "there is no file x/nonexist.tfvars; known: dev, prod"],
  ["a folder", "nowhere/", "there is no file nowhere; known: dev, prod"],
  [
    "a folder of nothing",
    "empty",
    "empty holds no environment file; write one, such as empty/dev.tfvars (the README has an example)",
  ],
  ["a path as Windows has it", "one\\only.tfvars", "there is no file one\\only.tfvars; did you mean one/only.tfvars?"],
  [
    "a file of another kind",
    "event.json",
    "event.json is no environment file; their names end in .tfvars or .tfvars.json",
  ],
  ["an empty word", "", '"" names no environment; write a name, a file or a folder'],
  [
    "another file of the same name",
    "same/dev.tfvars",
    "same/dev.tfvars and environments/dev.tfvars would be one environment; remove or rename one of them",
  ],
  [
    "a name as long as no file's",
    `./${"x".repeat(300)}`,
    `${"x".repeat(300)} cannot be read (ENAMETOOLONG: the name is too long)`,
  ],
])("checks the others, and says that one is not there: %s", async (_, word, problem) => {
  put("same/dev.tfvars", file());

  expect(await ran(["check", "dev", word])).toEqual({
    code: 1,
    stdout: "",
    stderr: `${problem}\nnothing wrong in 1 environment; 1 could not be checked`,
  });
  expect(await ran(["check", "dev", word, "--json"])).toMatchObject({ code: 1, stderr: problem });
  expect(await ran(["check", "dev", word, "--format", "github"])).toMatchObject({
    code: 1,
    stdout: `::error::${problem}`,
  });
  expect(await checked(["dev", word])).toEqual([DEV]);
});

test("says each thing that is not there", async () => {
  const { code, stderr } = await ran(["check", "a", "b"]);

  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      "there is no environment a in environments; known: dev, prod\nthere is no environment b in environments; known: dev, prod",
  });
});

test("writes no stack where one of those asked for is not there", async () => {
  const { io, stdout, stderr } = ioIn(folder);

  expect(await runProgram(["synth", "dev", "nonexist", "none"], io)).toBe(1);
  expect(stdout).toEqual([]);
  expect(stderr.join("\n")).toBe(
    "there is no environment nonexist in environments; known: dev, prod\nthere is no environment none in environments; known: dev, prod",
  );
});

const SEVERAL = (word: string) => `${word} holds 2 environments; name one of them: dev, prod`;

test.each([
  ["trace", ["trace", "environments", "--event", "event.json"], SEVERAL("environments")],
  ["trace with a slash", ["trace", "./environments/", "--event", "event.json"], SEVERAL("./environments/")],
  ["trace --verify", ["trace", "environments", "--verify"], SEVERAL("environments")],
  ["report", ["report", "environments"], SEVERAL("environments")],
  ["report --against", ["report", "dev", "--against", "environments"], SEVERAL("environments")],
])("refuses a folder of several environments where one is wanted: %s", async (_, args, problem) => {
  expect(await ran(args)).toEqual({ code: 1, stdout: "", stderr: problem });
});

test("takes the one environment of a folder", async () => {
  expect(await ran(["trace", "one", "--event", "event.json"])).toMatchObject({ code: 0, stderr: "" });
});

test("names some of very many", async () => {
  for (let n = 0; n < 30; n++) put(`many/e${n}.tfvars`, "");

  expect((await ran(["report", "many"])).stderr).toMatch(
    /^many holds 30 environments; name one of them: e0, e1, .*, …$/,
  );
});
