import { random } from "../../bench/load/random";
import type { StreamEvent } from "../../trace/event";
import { eventBytes, jsonBytes } from "../../trace/json-bytes";

const NUMBERS =
  "0 -0 -1 1.0 1.50 1e5 1E-7 0.1 1e21 123456789012345680000 1e999 -1e999 9 10 99999 100000 9007199254740993 1797245000085 5e-324".split(
    " ",
  );
const TEXTS = ["", "a", "Hello, world", "x:1,{}[]", "\u007f", "0123456789", "é", "日本", "😀", "\u2028", "\ufffd"];
const { int, pick, chance } = random(1);

/** Returns JSON text without a backslash, with white space, names that come twice, and numbers in every spelling. */
function json(depth: number): string {
  const space = () => pick(["", "", "", " ", "\t", "\r"]);
  const kind = depth > 4 ? int(0, 3) : int(0, 5);
  if (kind === 0) return pick(NUMBERS);
  if (kind === 1) return `"${pick(TEXTS)}"`;
  if (kind < 4) return pick(["true", "false", "null"]);
  const items = Array.from({ length: int(0, 4) }, () => json(depth + 1));
  if (kind === 4) return `[${space()}${items.join(`${space()},${space()}`)}]`;
  const names = ["a", "b", "ü", "__proto__", "constructor", "7", "10", "a b", "length"];
  return `{${items.map((item) => `${space()}"${pick(names)}"${space()}:${item}`).join(",")}${space()}}`;
}

const wideOf = (text: string) => Buffer.byteLength(text) - text.length;

test("counts what JSON.stringify would write, of any JSON without a backslash", () => {
  for (let n = 0; n < 20_000; n++) {
    const text = json(0);
    const value: unknown = JSON.parse(text);
    const bytes = Buffer.byteLength(JSON.stringify(value));
    if (jsonBytes(value, wideOf(text)) !== bytes) expect({ text, bytes }).toBeUndefined();
  }
});

test("counts an event in its own envelope and in another", () => {
  for (let n = 0; n < 2000; n++) {
    const name = pick(["own", "é", "日本", '"', "\\", "\n"]);
    const own = [
      `"detail-type":"x"`,
      ...(chance(0.8) ? [`"source":${JSON.stringify(name)}`] : []),
      ...(chance(0.8) ? [`"account":${pick(["1", "null", '"1"', '["a"]'])}`] : []),
      ...(chance(0.8) ? [`"region" : ${JSON.stringify(name)}`] : []),
    ];
    const text = `{${own.join()},"detail":${json(0)}}`;
    const event: StreamEvent = JSON.parse(text);
    const envelope = { source: pick(["x", "é", name]), account: "123456789012", region: "us-east-1" };
    const wide = text.includes("\\") ? undefined : wideOf(text);
    expect(eventBytes(event, wide, envelope, undefined)).toBe(
      Buffer.byteLength(JSON.stringify({ ...event, ...envelope })),
    );
    expect(eventBytes(event, wide, undefined, undefined)).toBe(Buffer.byteLength(JSON.stringify(event)));
  }
});
