import { runWith } from "./run";

jest.mock("../../commands/init/subcommands", () => ({
  subcommands: [
    {
      name: "made-up",
      summary: "Makes something up",
      positionals: "",
      options: { loud: { type: "boolean", help: "say it" } },
      details: "Nothing is written.",
      examples: [],
      exits: { 0: "said", 1: "not said" },
      more: "docs/reference/commands.md",
      run: async ({ values }: { values: { loud?: boolean } }, io: { stdout: (line: string) => void }) => {
        io.stdout(values.loud === true ? "LOUD" : "quiet");
        return 0;
      },
    },
  ],
}));

test("the first word calls a command below another, with options and usage of its own", async () => {
  expect(await runWith({}, ["init", "made-up", "--loud"])).toEqual({ code: 0, stdout: "LOUD", stderr: "" });
  expect(await runWith({}, ["init", "made-up", "--account", "1"])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^--account is no option of init made-up.*\nusage: genesys-eventbridge init made-up/),
  });
});

test("help of either shows what it takes, and that of the upper one what is below", async () => {
  const upper = await runWith({}, ["init", "--help"]);
  const below = await runWith({}, ["init", "made-up", "--help"]);

  expect(upper.stdout).toMatch(/ {2}init made-up {2}Makes something up/);
  expect(below.stdout).toMatch(/^usage: genesys-eventbridge init made-up \[OPTION …\]\n[\s\S]*--loud/);
});
