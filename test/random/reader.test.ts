import * as fc from "fast-check";
import { editedFile } from "./support/edited";
import { soundOutcome } from "./support/outcome";
import { formats, RandomFile } from "./support/random-file";
import { always } from "./support/runs";
import { jsonText, randomBytes, tokenText } from "./support/texts";

const fileOf = (content: fc.Arbitrary<string | Uint8Array>) =>
  fc.tuple(content, formats).map(([content, format]) => new RandomFile(content, format));

test("has an answer to any bytes", () => {
  always(1000, fileOf(randomBytes), soundOutcome);
});

test("has an answer to any heap of tokens", () => {
  always(2500, fileOf(tokenText), soundOutcome);
});

test("has an answer to any JSON", () => {
  always(1500, fileOf(jsonText), soundOutcome);
});

test("has an answer to any slip in a good file", () => {
  always(3000, editedFile, soundOutcome);
});
