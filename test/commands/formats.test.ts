import { excerpt } from "../../commands/formats/excerpt";
import { file } from "../support/environment";
import { runWith } from "./run";

const onTerminal = (text: string, colours = false) =>
  runWith({ "environments/dev.tfvars": text }, ["check"], { terminal: { columns: 60 } }, colours);

test("shows on a terminal the line that is meant, with a mark below", async () => {
  const { stdout } = await onTerminal(file({ rule: 'targets = ["lgo"]' }));

  expect(stdout.split("\n").slice(1)).toEqual(['    targets = ["lgo"]', "               ^"]);
});

test("uses colour where the terminal has it, and only there", async () => {
  const text = file({ rule: 'targets = ["lgo"]' });

  expect((await onTerminal(text)).stdout).not.toContain("\u001b");
  expect((await onTerminal(text, true)).stdout).toContain("\u001b[31m               ^\u001b[39m");
});

test("shows no line that holds a credential", async () => {
  const { stdout } = await onTerminal(
    'aws_regoin = 1\noauthclient_secret = "hunter2"\nstate = { backend = "http", address = "https://me:hunter3@s" }',
  );

  expect(stdout).toContain("aws_regoin = 1");
  expect(stdout).not.toMatch(/hunter/);
});

test("lets no character of a file command the terminal", async () => {
  const { stdout } = await onTerminal(file({ top: 'tags = { "\u001b[2J\u009b2J\u202e" = 5 }' }));

  expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\u202e/u);
});

test.each([
  ["in the middle of a long line", `${"x".repeat(100)}!${"y".repeat(100)}`, 101],
  ["behind characters of two places", 'a = "日本語" !', 11],
  ["behind a tab", "\ta = !", 6],
  ["behind an accent that is written apart", 'a = "e\u0301" !', 9],
])("marks the right place %s", (_, line, column) => {
  const shown = excerpt(line, column, 60);
  const characters = Array.from(new Intl.Segmenter().segment(shown?.line ?? ""), ({ segment }) => segment);
  const places = characters.flatMap((char) => (/\p{Script=Han}/u.test(char) ? [char, ""] : [char]));

  expect(places[shown?.caret.indexOf("^") ?? 0]).toBe("!");
  expect(places.length).toBeLessThanOrEqual(60);
});

test("shows nothing of an empty line", () => {
  expect(excerpt("", 1, 60)).toBeUndefined();
});
