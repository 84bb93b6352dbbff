// `node bin/run.cjs bench/hostile.ts`: how matching grows with the worst events known, by twice as large ones.
import { compile } from "../patterns/compile";
import { explain } from "../patterns/explain";
import { matches } from "../patterns/match";
import { parsePattern } from "../patterns/parse";
import { median } from "./measure";

const TURNS = 9;
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Hostile {
  readonly pattern: object;
  readonly event: object;
}

const list = (length: number, inner: object) => Array.from({ length }, () => inner);

/** Makes an event and a pattern that asks the most of it, of a size. */
const hostile: Readonly<Record<string, (size: number) => Hostile>> = {
  "lists whose names interleave": (size) => {
    const names = Array.from({ length: size }, (_, index) => `k${".b".repeat(index)}`);
    const apart = [...list(20, { a: 1 }), { z: 1 }];
    return {
      pattern: Object.fromEntries(names.map((name) => [name, { a: [1], z: [1] }])),
      event: Object.fromEntries(names.map((name, index) => [name, index === 0 ? apart : list(20, { a: 1, z: 1 })])),
    };
  },
  "lists in lists": (size) => {
    const depth = Math.round(Math.log2(size));
    const deep = (levels: number): object => (levels === 0 ? { a: 1, z: 2 } : { l: list(2, deep(levels - 1)) });
    const asked = (levels: number): object => (levels === 0 ? { a: [1], z: [1] } : { l: asked(levels - 1) });
    return { pattern: asked(depth), event: deep(depth) };
  },
  "asterisks in a long text": (size) => ({
    pattern: { text: [{ wildcard: "*a*a*a*a*b" }] },
    event: { text: "a".repeat(size * 100) },
  }),
  "many alternatives": (size) => ({
    pattern: { $or: Array.from({ length: size }, (_, index) => ({ id: [`x${index}`], n: [index] })) },
    event: { id: "none", n: -1 },
  }),
};

say(
  "Matching, reasons and compiled matching of the worst events known: twice the size, as times   (aim: each at most 4x)\n",
);
for (const [name, make] of Object.entries(hostile)) {
  const [small, large] = [32, 64].map((size) => milliseconds(make(size)));
  say(`${((large ?? 0) / (small ?? 1)).toFixed(1).padStart(6)}x  ${name}   (${large?.toFixed(1)} ms)`);
}
say("");

function milliseconds({ pattern: written, event }: Hostile): number {
  const { pattern } = parsePattern(written);
  if (pattern === undefined) throw new Error("the pattern is none");
  const compiled = compile([{ pattern }]);
  const turns = Array.from({ length: TURNS }, () => {
    const start = performance.now();
    if (matches(pattern, event) || compiled.match(event).length > 0 || explain(pattern, event) === undefined)
      throw new Error("it must not match");
    return performance.now() - start;
  });
  return median(turns);
}
