import { runWith } from "./run";

test("shows its commands", async () => {
  const { code, stdout } = await runWith({}, ["--help"]);

  expect(code).toBe(0);
  expect(stdout).toMatch(/ {2}check +Says everything/);
});

test.each([
  ["nothing", [], /^usage: npm run COMMAND -- /],
  ["a command that there is not", ["chekc"], /^there is no command chekc; did you mean check\?$/],
])("fails when asked for %s", async (_, args, message) => {
  const ran = await runWith({}, args);

  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toMatch(message);
});
