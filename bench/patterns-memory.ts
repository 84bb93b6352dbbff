// `patterns-memory.ts COUNT`: matches events against so many rules, one after the other as if they were read from a file.
import { compile } from "../patterns/compile";
import { parsePattern } from "../patterns/parse";
import { load } from "./load";

const { rules, events } = load({ rules: Number(process.argv[2]), events: 2000 });
const matcher = compile(
  rules.flatMap(({ pattern }) => parsePattern(pattern)).flatMap(({ pattern }) => (pattern ? [{ pattern }] : [])),
);
for (let round = 0; round < 10; round++) for (const event of events) matcher.match(JSON.parse(event));
