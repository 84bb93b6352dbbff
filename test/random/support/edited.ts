import * as fc from "fast-check";
import { good } from "./good";
import { RandomFile } from "./random-file";
import { junk } from "./texts";

const goodFiles = good.flatMap(({ bytes, value }) => [
  new RandomFile(bytes, "tfvars"),
  new RandomFile(JSON.stringify(value, null, 2), "tfvars.json"),
]);

/** Text falls into these, and one of them is edited. */
const UNITS = [/./gsu, /[\w.-]+|\s+|./gsu, /[^\n]*\n|[^\n]+$/g];

const edit = fc.record({
  unit: fc.constantFrom(...UNITS),
  how: fc.constantFrom("remove", "repeat", "exchange", "replace", "insert"),
  at: fc.nat(100_000),
  other: fc.nat(100_000),
  junk,
});

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function edited(text: string, { unit, how, at, other, junk }: Edit): string {
  const units = text.match(unit) ?? [""];
  const [here, there] = [at % units.length, other % units.length];
  const [one = "", another = ""] = [units[here], units[there]];
  switch (how) {
    case "remove":
      return units.toSpliced(here, 1).join("");
    case "repeat":
      return units.toSpliced(there, 0, one).join("");
    case "exchange":
      return units.with(here, another).with(there, one).join("");
    case "replace":
      return units.with(here, junk).join("");
    default:
      return units.toSpliced(here, 0, junk).join("");
  }
}

type Change = (bytes: Buffer, at: number) => Uint8Array;

/** What editors, shells and copying do to a whole file. */
const changes: readonly Change[] = [
  (bytes, at) => bytes.subarray(0, at % (bytes.length + 1)),
  (bytes, at) => Uint8Array.from(bytes, (byte, index) => (index === at % bytes.length ? 0x80 + (at % 0x80) : byte)),
  (bytes) => Buffer.from(bytes.toString().replaceAll("\n", "\r\n")),
  (bytes) => Buffer.from(bytes.toString().replaceAll("\n", "\r")),
  (bytes) => Buffer.from(`\ufeff${bytes}`),
  (bytes) => Buffer.from(`\ufeff${bytes}`, "utf16le"),
  (bytes) => Buffer.from(bytes.toString(), "latin1"),
  (bytes) => Buffer.from(bytes.toString().replaceAll('"', "'")),
  (bytes) => Buffer.from(bytes.toString().replace(/"(.*?)"/g, "“$1”")),
  (bytes) => Buffer.from(bytes.toString().replaceAll(" ", "\u00a0")),
  (bytes) => Buffer.from(bytes.toString().replace(/\s+/g, " ")),
];
const change = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Change>((bytes) => bytes) },
  { weight: 1, arbitrary: fc.constantFrom(...changes) },
);

/** A good file with some slips. */
export const editedFile = fc
  .tuple(fc.constantFrom(...goodFiles), fc.array(edit, { maxLength: 5 }), change, fc.nat(100_000))
  .map(([file, edits, change, at]) => {
    const text = edits.reduce(edited, file.text);
    return new RandomFile(change(Buffer.from(text), at), file.path.endsWith(".json") ? "tfvars.json" : "tfvars");
  });
