import { random } from "../../bench/load/random";
import type { StreamEvent } from "../../trace/event";
import { EventSize, plainJsonBytes } from "../../trace/json-bytes";

const NUMBERS = [
  ...[
    "0",
    "-0",
    "-1",
    "1.0",
    "1.50",
    "1e5",
    "1E-7",
    "0.1",
    "1e21",
    "123456789012345680000",
    "1e999",
    "-1e999",
    "9",
    "10",
  ],
  ...["99999", "100000", "9007199254740993", "1797245000085", "0.30000000000000004", "5e-324"],
];
const TEXTS = ["", "a", "Hello, world", "x:1,{}[]", "tab is no text", "\u007f", "0123456789"];
const { int, pick, chance } = random(1);

/** Returns JSON text in ASCII without a backslash, with white space, names that come twice, and numbers in every spelling. */
function json(depth: number): string {
  const space = () => pick(["", "", "", " ", "\t", "\r"]);
  const kind = depth > 4 ? int(0, 3) : int(0, 5);
  if (kind === 0) return pick(NUMBERS);
  if (kind === 1) return `"${pick(TEXTS)}"`;
  if (kind < 4) return pick(["true", "false", "null"]);
  const items = Array.from({ length: int(0, 4) }, () => json(depth + 1));
  if (kind === 4) return `[${space()}${items.join(`${space()},${space()}`)}]`;
  const names = ["a", "b", "__proto__", "constructor", "7", "10", "a b", "length"];
  return `{${items.map((item) => `${space()}"${pick(names)}"${space()}:${item}`).join(",")}${space()}}`;
}

test("counts what JSON.stringify would write, of any JSON in ASCII without a backslash", () => {
  for (let n = 0; n < 20_000; n++) {
    const text = json(0);
    const value: unknown = JSON.parse(text);
    if (plainJsonBytes(value) !== JSON.stringify(value).length) expect({ text }).toBeUndefined();
  }
});

test("counts an event in its own envelope and in another", () => {
  for (let n = 0; n < 2000; n++) {
    const plain = chance(0.5);
    const name = plain ? "own" : pick(['"', "é", "日本", "\\", "\ud800", "\n"]);
    const own = {
      ...(chance(0.8) && { source: `${name}/${int(0, 99)}` }),
      ...(chance(0.8) && { account: pick([1, null, "1", ["a"]]) }),
      ...(chance(0.8) && { region: name }),
    };
    const event: StreamEvent = { "detail-type": name, ...own, detail: JSON.parse(json(0)) };
    const seen = {
      ...event,
      source: pick(["x", "é", own.source ?? "y"]),
      account: "123456789012",
      region: "us-east-1",
    };
    const size = new EventSize(event, plain);
    expect(size.of(seen)).toBe(Buffer.byteLength(JSON.stringify(seen)));
    expect(size.of(event)).toBe(Buffer.byteLength(JSON.stringify(event)));
  }
});
