import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "../../bench/load";
import { random } from "../../bench/load/random";
import { eventsIn } from "../../commands/trace/event-of";
import { Work } from "../../commands/trace/work/work";
import { textsOf } from "../../trace/pieces";
import { Skimmer } from "../../trace/skim";
import { Summary } from "../../trace/summary";
import { Tracer } from "../../trace/tracer";
import { root } from "../support/committed";
import { environment } from "../support/environment";

const TIMES = Number(process.env.RANDOM_TIMES ?? 1);
const { int, pick, chance } = random(7);
const folder = join(root, "data", "sample-events");
const samples = [
  ...readdirSync(folder).map((name) => JSON.stringify(JSON.parse(readFileSync(join(folder, name), "utf8")))),
  ...load({ rules: 0, events: 60 }).events,
];
const topics = [...new Set(samples.map((text): string => JSON.parse(text)["detail-type"]))];
const text = readFileSync(join(root, "environments", "staging.tfvars"), "utf8");
const own = environment(text, "staging");
/** Rules that look into lists, absent members and the whole of a member, and targets that send parts. */
const rule = (pattern: unknown) => `stream = "conversations"\npattern = ${JSON.stringify(JSON.stringify(pattern))}`;
const more = environment(
  text.replace(
    "  queue-events = {",
    `  parts = { ${rule({ detail: { eventBody: { requestedRoutingSkillIds: [{ prefix: "4" }], teamId: [null, "x"] } } })}
    targets = { queue-log = { fields = ["time", "detail.eventBody.attributes", "detail.eventBody.externalTags"] } } }
  absent = { ${rule({ detail: { eventBody: { messageType: [{ exists: false }], mediaType: [{ "anything-but": "é" }] } } })}
    targets = { calls = { input_path = "detail.eventBody" } } }
  queue-events = {`,
  ),
  "staging",
);

const PIECES = [
  '"',
  "\\",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  " ",
  "\t",
  "\r",
  "0",
  "-",
  ".",
  "1e5",
  "1.0",
  "-0",
  "é",
  "null",
  "\u0000",
];
const NAMES = ['"a":1,', '"detail-type":"x",', '"source":7,', '"a.b":1,', '"__proto__":{},', '"":0,', '"account":"é",'];

/** Names that stand for members of members. */
const DOTTED = ['"eventBody.messageType":"SMS",', '"eventBody.mediaType":"é",', '"eventBody.teamId":"x",'];

/** Returns a text that is an event, nearly one, or broken somewhere. */
function mutated(event: string): string {
  let made = event;
  for (let times = int(0, 2); times > 0; times--) {
    const at = int(0, made.length);
    if (chance(0.4)) made = made.slice(0, at) + pick(PIECES) + made.slice(at);
    else if (chance(0.3)) made = made.slice(0, at) + made.slice(at + int(1, 3));
    else if (chance(0.35)) made = made.replace('"detail":{', () => `"detail":{${pick(DOTTED)}`);
    else if (chance(0.5)) made = made.replace(/\{/g, (brace) => (chance(0.1) ? brace + pick(NAMES) : brace));
    else
      made = made.replace(/:\d+/g, (number) =>
        chance(0.3) ? `:${pick(["1.10", "12345678901234567890", "0.0000001", "-7", "01", "1.5", "0.05"])}` : number,
      );
  }
  return made;
}

test.each([
  ["of one's own rules", own],
  ["of rules that look into everything", more],
])("a summary %s is the same, with what is skimmed and without", (_, environment) => {
  const tracer = new Tracer(environment, { exact: false });
  const skimmer = new Skimmer(tracer.wanted() ?? { isWhole: true, members: new Map() });
  const work = new Work(tracer, { as: "summary", coloured: false });
  let skimmed = 0;
  for (let n = 0; n < 4000 * TIMES; n++) {
    const line = mutated(pick(samples));
    const bytes = Buffer.from(line);
    if (skimmer.skim(bytes, 0, bytes.length, false) !== undefined) {
      skimmed++;
      if (Buffer.byteLength(JSON.stringify(JSON.parse(line))) !== bytes.length) expect({ line }).toBeUndefined();
    }
    const summary = new Summary(tracer);
    const piece = { first: 1, count: 1, bytes };
    for (const each of textsOf(piece)) {
      const found = eventsIn(each, "x", tracer);
      if (!("message" in found)) for (const event of found.events) summary.add(event, found.bytes, found.wide);
    }
    const { counts } = work.do({ file: "x", piece });
    if (!sameCounts(counts, summary.counts())) expect({ line, counts }).toEqual({ line, counts: summary.counts() });
  }
  expect(topics.length).toBeGreaterThan(10);
  expect(skimmed).toBeGreaterThan(1000 * TIMES);
});

const entries = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);
const sameCounts = (one: unknown, other: unknown) => JSON.stringify(one, entries) === JSON.stringify(other, entries);
