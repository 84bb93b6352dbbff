// `node bin/run.cjs bench/patterns.ts`: how fast events are matched, against JSON.parse of the same lines in the same run.
import { join } from "node:path";
import { compile } from "../patterns/compile";
import { parsePattern } from "../patterns/parse";
import { load } from "./load";
import { inTurns, median, runWithMemory } from "./measure";

const SIZES = [10, 30, 100, 300, 1000, 3000];
const MOST = 3000;
const EVENTS = 20_000;
const TURNS = 15;

const project = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
const say = (line: string) => process.stdout.write(`${line}\n`);
const { rules, events } = load({ rules: MOST, events: EVENTS });
const matchers = SIZES.map((size) => {
  const read = rules.slice(0, size).flatMap(({ pattern }) => parsePattern(pattern).pattern ?? []);
  return compile(read.map((pattern) => ({ pattern })));
});

const length = events.reduce((sum, event) => sum + event.length, 0) / EVENTS;
say(
  `Events a second from text to the rules that match, and JSON.parse of the same ${EVENTS} events of ${length.toFixed(0)} characters alone\n`,
);
const rates = measure();
for (const [index, size] of SIZES.entries()) say(`${String(size).padStart(5)} rules  ${line(index)}`);
say(`\n 300 rules / JSON.parse: ${ratioOf(300).toFixed(2)}   (aim: at least 0.50)`);
say(`3000 rules / 300 rules:  ${(ratioOf(3000) / ratioOf(300)).toFixed(2)}   (aim: more than 0.50)`);
const [memory] = inTurns(
  [{ args: [join(project, "bin", "run.cjs"), "bench/patterns-memory.ts", String(MOST)], turns: 3 }],
  runWithMemory(project),
);
say(`${MOST} rules, the whole process: ${memory?.megabytes.toFixed(0)} MB   (aim: below 200 MB)`);

interface Rate {
  readonly matches: number;
  /** Milliseconds, of each turn. */
  readonly parsing: number[];
  readonly matching: number[];
}

/** Measures all sizes in turns, and parsing right before each, so that whatever else the machine does hits all alike. */
function measure(): Rate[] {
  const rates = matchers.map(({ match }): Rate => {
    return {
      matches: events.reduce((sum, event) => sum + match(JSON.parse(event)).length, 0),
      parsing: [],
      matching: [],
    };
  });
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [index, { match }] of matchers.entries()) {
      rates[index]?.parsing.push(time((event) => JSON.parse(event)));
      rates[index]?.matching.push(time((event) => match(JSON.parse(event))));
    }
  }
  return rates;
}

function time(each: (event: string) => unknown): number {
  const start = performance.now();
  for (const event of events) each(event);
  return performance.now() - start;
}

function ratioOf(size: number): number {
  const rate = rates[SIZES.indexOf(size)];
  return median(rate?.parsing.map((parsing, turn) => parsing / (rate.matching[turn] ?? 0)) ?? []);
}

function line(index: number): string {
  const { matches = 0, parsing = [], matching = [] } = rates[index] ?? {};
  const perSecond = (milliseconds: number[]) => ((1000 * EVENTS) / median(milliseconds)).toFixed(0).padStart(7);
  const ratio = ratioOf(SIZES[index] ?? 0).toFixed(2);
  return `${perSecond(matching)} / ${perSecond(parsing)} = ${ratio}   ${(matches / EVENTS).toFixed(2)} matches an event`;
}
