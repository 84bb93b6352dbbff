import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { load } from "../../config/load";
import { environmentSchema } from "../../config/schema";
import { documents } from "../../documentation";
import { configurationPage } from "../../documentation/configuration";
import { root } from "../support/committed";
import { keysOf } from "../support/keys";

/** Each once, wherever its map may stand; maps that share a field have it each. */
const keys = keysOf(environmentSchema).filter(
  ({ field, object }, index, all) =>
    all.findIndex((other) => other.field === field && other.object === object) === index,
);
const rows = configurationPage()
  .split("\n")
  .filter((line) => /^\| `\w+` \|/.test(line) && !line.includes("| meaning |"))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));

test("has every key of the schema", () => {
  const names = keys.map(({ path }) => `\`${path.split(".").at(-1)}\``);

  expect(rows.map(([, key]) => key).sort()).toEqual(names.sort());
});

test("says of every key what it means, its range, what holds without it, and an example", () => {
  const gaps = rows.filter((row) => row.length !== 7 || row.slice(1, 6).includes(""));

  expect(gaps).toEqual([]);
});

test("has examples that can be copied into a file", () => {
  const read = rows.map((row) => {
    const text = row[5]?.slice(1, -1).replaceAll("\\|", "|");
    const { value, issues } = load({ path: "x.tfvars", name: "x", bytes: Buffer.from(`x = ${text}`) });
    return issues.length === 0 ? value : text;
  });
  const examples = keys.map(({ field }) => ({ x: z.globalRegistry.get(field)?.example }));

  for (const example of examples) expect(read).toContainEqual(example);
  expect(read).toHaveLength(examples.length);
});

const ranges: [key: string, range: string | RegExp][] = [
  ["max_event_age_seconds", "60 to 86400 seconds"],
  ["expire_after_days", "1 to 36500 days"],
  ["buffering_mib", "1 to 128 MiB"],
  ["rate_limit_per_second", "1 to 10000 a second"],
  ["lookup", '`"check"`, `"strict"`, `"off"`'],
  ["protect", "`true` or `false`"],
  ["aws_account_id", "12 digits in quotes"],
  ["summary", "text, 1 to 1024 characters"],
  ["fields", /^list of 1 to 100; each: a path into the event such as /],
  ["streams", "map; names: 1 to 64 letters, digits, . - or _; values: [`streams.<name>`](#streamsname)"],
  ["pattern", "JSON text, or map of anything"],
  ["routing_key", "[`SECRET`](#secret)"],
];

test.each(ranges)("takes the range of %s from the schema", (key, range) => {
  const row = rows.find(([, name]) => name === `\`${key}\``);

  expect(row?.[3]).toEqual(range instanceof RegExp ? expect.stringMatching(range) : range);
});

test("every number has its unit in the name of its key", () => {
  const numbers = keys.filter(({ field }) => typeof z.globalRegistry.get(field)?.example === "number");

  expect(numbers.length).toBeGreaterThan(8);
  for (const { path } of numbers) expect(path).toMatch(/_(attempts|count|days|hours|mib|minutes|per_second|seconds)$/);
});

const pages = ["README.md", ...Object.keys(documents).filter((path) => path.endsWith(".md"))];

test.each(pages)("every link of %s leads to a heading or a file that is there", (page) => {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const links = [...read(page).matchAll(/\]\(([^)#:]*)(?:#([^)]*))?\)/g)];
  const lost = links.filter(([, path = "", heading]) => {
    const file = path === "" ? page : join(page, "..", path);
    if (!existsSync(join(root, file))) return true;
    return heading !== undefined && !anchors(read(file)).includes(heading);
  });

  expect(lost.map(([link]) => link)).toEqual([]);
});

/** As GitHub makes them. */
function anchors(markdown: string): string[] {
  const headings = [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => heading.toLowerCase());
  return headings.map((heading) => heading.replace(/[^\p{L}\p{N}_ -]/gu, "").replaceAll(" ", "-"));
}
