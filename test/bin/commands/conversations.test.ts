import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { columns } from "../../../commands/conversations/columns";
import { root } from "../../support/committed";
import { folderWith, genesysEventbridge } from "../support";

// A process each, and each with a database.
jest.setTimeout(60_000);

const EXAMPLE = "docs/examples/conversations.ndjson";
const PAGE = readFileSync(join(root, "docs", "how-to", "one-row-a-conversation.md"), "utf8");
const events = readFileSync(join(root, EXAMPLE), "utf8");
const conversations = (args: readonly string[], cwd = root, more = {}) =>
  genesysEventbridge(["conversations", ...args], { cwd, ...more });

test("prints what its page shows", async () => {
  const shown = [...PAGE.matchAll(/npm run conversations -- (.*)\n(?:.*\n)?```\n```text\n([\s\S]*?)```/g)];

  expect(shown).toHaveLength(2);
  for (const [, line = "", output] of shown) {
    expect(await conversations(line.split(" "))).toEqual({ code: 0, stdout: output, stderr: "" });
  }
});

test("has a page that says what each column is", () => {
  expect(columns.filter(({ name, help }) => !PAGE.includes(`| \`${name}\` | ${help} |`))).toEqual([]);
});

test("reads plain and compressed files, lists, folders and its standard input alike", async () => {
  const lines = events.trim().split("\n");
  const folder = folderWith({
    "2026/03/02/14/lake-1-2026-03-02-14-05-00-0b6c9e5e-1111-4222-8333-444455556666": lines.slice(0, 8).join("\n"),
    "list.json": JSON.stringify(
      lines.slice(8, 16).map((line) => JSON.parse(line)),
      null,
      2,
    ),
    "windows[1].ndjson": lines.slice(16, 20).join("\r\n"),
    "one.json": JSON.stringify(JSON.parse(lines[20] ?? ""), null, 2),
    "one.expected.json": "{}",
    "empty.ndjson": "",
  });
  writeFileSync(join(folder, "rest.gz"), gzipSync(`${lines.slice(21).join("\n")}\n`));

  const expected = await conversations([EXAMPLE, "--format", "json"]);
  expect(await conversations([folder, "--format", "json"])).toEqual(expected);
  expect(await conversations(["-", "--format", "json"], root, { input: gzipSync(events) })).toEqual(expected);
});

test("tells what is no event, passes over it, and leaves nothing behind", async () => {
  const folder = folderWith({ "calls.ndjson": `${events}{"cut off\n` });

  const { code, stderr } = await conversations(["calls.ndjson", "--out", "rows.csv"], folder);

  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: "calls.ndjson: 1 line that is no event\n3 conversations in rows.csv\n",
  });
  expect(readdirSync(folder).sort()).toEqual(["calls.ndjson", "rows.csv"]);
});

test("writes Parquet, which starts and ends as such a file does", async () => {
  const folder = folderWith({ "calls.ndjson": events });

  expect(await conversations(["calls.ndjson", "--out", "rows.parquet"], folder)).toMatchObject({ code: 0 });

  const file = readFileSync(join(folder, "rows.parquet"));
  expect([file.subarray(0, 4).toString(), file.subarray(-4).toString()]).toEqual(["PAR1", "PAR1"]);
});

test("keeps a file that was there where it fails", async () => {
  const folder = folderWith({
    "rows.csv": "kept",
    "audit.json": '{"detail-type":"v2.audits.entitytype.{id}.entityid.{id}"}',
  });

  const { code, stderr } = await conversations(["audit.json", "--out", "rows.csv"], folder);

  expect({ code, kept: readFileSync(join(folder, "rows.csv"), "utf8") }).toEqual({ code: 1, kept: "kept" });
  expect(stderr).toContain("no event of a conversation is in 1 file");
});

test.each([
  [[], "conversations wants EVENTS"],
  [["a.json", "--format", "parquet"], "--format parquet wants --out FILE"],
  [["a.json", "--out", "rows.xlsx"], "--out rows.xlsx says no format"],
  [["a.json", "--zone", "Mars"], "--zone Mars is no time zone"],
  [["a.json", "--conversation", "x", "--format", "csv"], "--conversation draws one conversation"],
  [["a.json", "--conversation", "x", "--out", "x.csv"], "let FILE end in .html"],
])("says what is wrong with %j", async (args, message) => {
  const { code, stderr } = await conversations(args);

  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
});

test("says how to install DuckDB where it is missing, before it reads anything", async () => {
  const folder = folderWith({ "calls.ndjson": events });
  expect(existsSync(join(root, "node_modules", "@duckdb"))).toBe(true);

  const without = `--require=${join(folder, "without.cjs")}`;
  writeFileSync(
    join(folder, "without.cjs"),
    `const own = module.constructor._resolveFilename;
    module.constructor._resolveFilename = function (name, ...rest) {
      if (name === "@duckdb/node-api") throw Object.assign(new Error("Cannot find module '" + name + "'"), { code: "MODULE_NOT_FOUND" });
      return own.call(this, name, ...rest);
    };`,
  );

  const { code, stdout, stderr } = await conversations(["calls.ndjson"], folder, { env: { NODE_OPTIONS: without } });

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toBe(
    "conversations works with DuckDB, a package of 70 MB that no other command needs: npm install @duckdb/node-api@1.5.6-r.1\n",
  );
});
