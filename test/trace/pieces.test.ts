import { piecesOf, textsOf } from "../../trace/pieces";

async function split(text: string | Buffer, size: number, live: boolean): Promise<string[]> {
  async function* chunks() {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const texts: string[] = [];
  for await (const piece of piecesOf(chunks(), live)) {
    const own = [...textsOf(piece)];
    expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => texts.length + index + 1));
    expect(piece.count).toBe(own.length);
    texts.push(...own.map((each) => each.text));
  }
  return texts;
}

test.each([
  ["one event", '{"a":1}', ['{"a":1}']],
  ["one over several lines", '{\n "a": 1\n}\n', ['{\n "a": 1\n}']],
  ["a line each", '{"a":1}\n{"b":2}\r\n\n{"c":3}', ['{"a":1}', '{"b":2}', '{"c":3}']],
  ["one behind the other", '{"a":1}{"b":2} {"c":3}', ['{"a":1}', '{"b":2}', '{"c":3}']],
  ["several over several lines", '{\n"a":1\n}\n{\n"b":2\n}\n', ['{\n"a":1\n}', '{\n"b":2\n}']],
  ["a list", '[{"a":[1]},\n {"b":"]},{\\""}]\n', ['{"a":[1]}', '{"b":"]},{\\""}']],
  ["an empty list", " [ ]", []],
  ["a list of what is no event", '[1,"a,b",[2]]', ["1", '"a,b"', "[2]"]],
  ["nothing", " \n", []],
  ["what is no JSON", "hello", ["hello"]],
  ["a mark of UTF-8, and its letters", '\ufeff{"é":"日"}', ['{"é":"日"}']],
  [
    "a broken line among lines, which spoils no other",
    '{"a":1}\n{"b":{"\n{"c":3}\n',
    ['{"a":1}', '{"b":{"', '{"c":3}'],
  ],
  ["lines of white space of every kind", '{"a":1}\n\u00a0\n\ufeff\r\n\0\n\u2028é\n', ['{"a":1}', "\0", "é"]],
  ["what stands behind the first line", '{"a":1}\0\n{"b":2}\n', ['{"a":1}', "\0", '{"b":2}']],
])("cuts %s, wherever its chunks end", async (_, text, texts) => {
  for (const live of [true, false])
    for (const size of [1, 2, 3, 1000]) expect(await split(text, size, live)).toEqual(texts);
});

test("gives up a text without end before it fills the memory", async () => {
  async function* endless() {
    yield Buffer.from('{"a":"');
    for (let n = 0; n < 40; n++) yield Buffer.alloc(1 << 20, "x");
  }
  const lengths: number[] = [];
  for await (const piece of piecesOf(endless(), false))
    for (const { text } of textsOf(piece)) lengths.push(text.length);

  expect(Math.max(...lengths)).toBeLessThan(35 << 20);
  expect(lengths.length).toBeGreaterThan(1);
});
