import { ask, asTemplates, withoutNulls } from "../config/read/oracle";
import { randomFrom, type Value, Writer } from "../config/read/random-hcl";
import { read } from "../config/read/read";

const SEEDS = Array.from({ length: 10 }, (_, seed) => seed);
const DOCUMENTS = 30;

test.each(SEEDS)("reads what was written, however it was written, as Terraform does (seed %d)", async (seed) => {
  const writer = new Writer(randomFrom(seed));
  for (let document = 0; document < DOCUMENTS; document++) {
    const written = { one: writer.value(), two: writer.value(), three: writer.value() };
    const text = writer.document(written);
    const theirs = await ask(text);

    const { issues, value } = read(text);

    // The text stands on both sides, so that a failure shows it.
    expect({ text, issues, value }).toEqual({ text, issues: [], value: withoutNulls(normalized(written)) });
    expect({ text, value: asTemplates(value) }).toEqual({ text, value: withoutNulls(theirs.value) });
  }
});

function normalized(value: Value): Value {
  if (typeof value === "string") return value.normalize("NFC");
  if (Array.isArray(value)) return value.map(normalized);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, normalized(inner)]));
}
