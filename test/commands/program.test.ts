import { version } from "../../package.json";
import { runWith } from "./run";

test.each([[["--help"]], [["help"]]])("shows its commands for %j", async (args) => {
  const { code, stdout } = await runWith({}, args);

  expect(code).toBe(0);
  expect(stdout).toMatch(/ {2}check +Says everything/);
});

test.each([
  ["nothing", [], /^usage: genesys-eventbridge COMMAND …/],
  ["a command that there is not", ["chekc"], /^there is no command chekc; did you mean check\?\n/],
  ["an option that there is not", ["--hepl"], /^--hepl is no option of genesys-eventbridge; did you mean --help\?\n/],
  ["help of a command that there is not", ["help", "chekc"], /^there is no command chekc; did you mean check\?\n/],
  ["help below a command", ["help", "init", "cii"], /^there is no command init cii; did you mean ci\?/],
])("fails when asked for %s", async (_, args, message) => {
  const ran = await runWith({}, args);

  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toMatch(message);
});

test("tells its version", async () => {
  expect(await runWith({}, ["--version"])).toEqual({ code: 0, stdout: version, stderr: "" });
});

test.each([["check"], ["init", "ci"]])("help before %s, and --help behind it, show the same", async (...name) => {
  const [before, behind] = [await runWith({}, ["help", ...name]), await runWith({}, [...name, "--help"])];

  expect(before).toEqual(behind);
  expect(before.stdout).toMatch(
    /^usage: [\s\S]*\noptions:\n[\s\S]*\nexamples:\n[\s\S]*\nexit codes:\n[\s\S]*\nmore: docs/,
  );
});

test("help shows calls as the user made this one", async () => {
  const { stdout } = await runWith({}, ["check", "--help"], { env: { npm_lifecycle_event: "check" } });

  expect(stdout).toMatch(/^usage: npm run check -- \[OPTION …\] \[FILE …\]\n/);
  expect(stdout).not.toContain("genesys-eventbridge check");
});

test.each([24, 40, 72, 200])("help fits a terminal of %d columns", async (columns) => {
  const { stdout } = await runWith({}, ["report", "--help"], { terminal: { columns } });
  const words = (line: string) => line.trim().split(" ").length;
  const prose = stdout.split("\n").filter((line) => !/^ {2}(?:genesys-eventbridge|-)/.test(line) && words(line) > 1);

  expect(Math.max(...prose.map(({ length }) => length))).toBeLessThanOrEqual(Math.max(30, Math.min(columns, 100)));
});
