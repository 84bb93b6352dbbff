import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { add, kinds } from "../../scaffold/add";
import { root } from "../support/committed";

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "scaffold-"));
  for (const path of ["config/checks", "config/finding-ids.ts", "destinations", "report/findings", "streams"])
    cpSync(join(root, path), join(project, path), { recursive: true });
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(project, path), "utf8");
const everything = () =>
  readdirSync(project, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), "utf8")]);

test("writes a type of destination, its test and its line, in order", () => {
  const added = add(project, ["destination", "event-pipe"]);

  expect(added).toMatchObject({
    written: ["destinations/event-pipe.ts", "test/destinations/event-pipe.test.ts", "destinations/index.ts"],
    next: expect.arrayContaining([expect.stringContaining("npm run docs")]),
  });
  expect(read("destinations/event-pipe.ts")).toContain('type: z.literal("event_pipe")');
  const registry = read("destinations/index.ts");
  expect(registry).toContain('import { eventBus } from "./event-bus";\nimport { eventPipe } from "./event-pipe";\n');
  expect(registry).toContain("  eventBus,\n  eventPipe,\n  firehose,\n");
});

test("writes a type of stream, and keeps a short list in one line", () => {
  add(project, ["stream", "a-feed"]);

  expect(read("streams/index.ts")).toContain(
    "export const streamTypes = [aFeed, genesysCloud, https, kafka, notifications] as const",
  );
});

test("writes a finding, its pair of cases and its id", () => {
  add(project, ["finding", "odd-tag"]);

  expect(read("config/finding-ids.ts")).toContain('  "no-protection",\n  "odd-tag",\n  "personal-data-leaves",\n');
  expect(read("report/findings/index.ts")).toContain("  noProtection,\n  oddTag,\n  personalDataLeaves,\n");
  expect(existsSync(join(project, "test", "report", "findings", "pairs", "odd-tag.ts"))).toBe(true);
});

test("writes a check, its test and its line, the last to run", () => {
  add(project, ["check", "odd-tags"]);

  expect(read("config/checks/index.ts")).toContain("  topicsCheck,\n  oddTagsCheck,\n];");
  expect(read("config/checks/index.ts")).toContain(
    'import { monitoringCheck } from "./monitoring";\nimport { oddTagsCheck } from "./odd-tags";\n',
  );
  expect(read("config/checks/odd-tags.ts")).toContain('name: "odd-tags"');
});

test.each([
  [[], "usage: npm run new -- check|destination|finding|stream NAME"],
  [["stream"], "usage: "],
  [["stream", "one", "two"], "usage: "],
  [["steam", "one"], 'there is no kind "steam"; did you mean stream?'],
  [["destination", "sqs"], "destinations/sqs.ts is there already"],
  [["destination", "index"], "destinations/index.ts is there already"],
  [["stream", "stream-keys"], "streams/stream-keys.ts is there already"],
  [["finding", "kept-for-ever"], "report/findings/kept-for-ever.ts is there already"],
  [["destination", "destination-types"], "destinations/index.ts has a destinationTypes already"],
  ...["Big", "a_b", "a.b", "-a", "a-", "a--b", "1a", "../a", "a/b", "", "class", "é"].map(
    (name): [string[], string] => [["destination", name], name === "" ? "usage: " : `"${name}" is no name`],
  ),
])("refuses %j and writes nothing", (args, reason) => {
  const before = everything();

  expect(add(project, args)).toEqual({ refused: expect.stringContaining(reason) });
  expect(everything()).toEqual(before);
});

test("refuses the same name twice, and keeps what was written into the first", () => {
  for (const { kind } of kinds) {
    add(project, [kind, "new-one"]);
    const before = everything();

    expect(add(project, [kind, "new-one"])).toEqual({ refused: expect.stringContaining("is there already") });
    expect(everything()).toEqual(before);
  }
});
