import { during, Progress, withProgress } from "../../commands/progress";
import { file } from "../support/environment";
import { runWith } from "./run";

let now = 0;
beforeEach(() => {
  now = 0;
  jest.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

const terminal = () => {
  const shown: string[] = [];
  return { shown, io: { progress: (line: string) => void shown.push(line) } };
};

test("shows nothing of what is done within half a second", () => {
  const { shown, io } = terminal();

  withProgress(2, "environment", io, (next) => [next(), next()]);

  expect(shown).toEqual([]);
});

test("shows a bar five times a second, and clears it, also where the work fails", () => {
  const { shown, io } = terminal();

  const work = (next: () => void) => {
    for (const at of [400, 600, 700, 900]) {
      now = at;
      next();
    }
    throw new Error("x");
  };

  expect(() => withProgress(8, "environment", io, work)).toThrow("x");
  expect(shown).toEqual([
    "[########......................] 25 %, 2 of 8 environments",
    "[###############...............] 50 %, 4 of 8 environments",
    "",
  ]);
});

test("says how much is done where the whole is not known", () => {
  const { shown, io } = terminal();
  const progress = new Progress({ total: undefined, done: (amount) => `${amount} MB` }, io);
  now = 600;
  progress.add(12);
  progress.end();

  expect(shown).toEqual(["12 MB", ""]);
});

test("says what is being done with a large plan, and nothing of a small one", () => {
  const { shown, io } = terminal();

  expect(during("reading the plan", 1000, io, () => 1)).toBe(1);
  expect(during("reading the plan", 12_000_000, io, () => 2)).toBe(2);
  expect(shown).toEqual(["reading the plan (12 MB) …", ""]);
});

test.each([
  ["check", ["check"]],
  ["synth", ["synth"]],
  ["trace", ["trace", "a", "--event", "event.json", "--summary"]],
])("%s shows how far it is where that takes long", async (_, args) => {
  const { shown, io } = terminal();
  jest.spyOn(performance, "now").mockImplementation(() => {
    now += 600;
    return now;
  });
  const event =
    '{"id":"1","source":"x","detail-type":"v2.users.{id}.presence","detail":{"topicName":"x","eventBody":{}}}';

  await runWith({ "environments/a.tfvars": file(), "event.json": event }, args, io);

  expect(shown[0]).toMatch(/^\[#{30}\] 100 %, /);
  expect(shown.at(-1)).toBe("");
});
