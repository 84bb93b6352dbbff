import { resolve } from "node:path";
import { FILE_BYTES } from "../aws/limits";
import { readWhole } from "../files/read-file";
import { complexityFaults } from "../patterns/complexity/fault";
import { matches } from "../patterns/match";
import { type ParsedPattern, parsePatternText } from "../patterns/parse";
import { type Fault, pathText } from "../text/issue";
import type { Command, Input, Options } from "./command";
import { type Io, shown } from "./io";
import { linesOf } from "./lines";

const options = {
  "event-pattern": { type: "string", value: "PATTERN", help: "the pattern as JSON, or file://PATH", offers: {} },
  event: { type: "string", value: "EVENT", help: "the event as JSON, or file://PATH", offers: {} },
  cases: {
    type: "string",
    value: "FILE",
    offers: { files: [".jsonl", ".ndjson"] },
    help: 'many at once: a line {"name", "pattern", "event"} each, both as JSON text; a line {"name", "result"} comes out',
  },
  json: { type: "boolean", help: "what is printed is JSON in any case" },
} as const satisfies Options;

export const testEventPattern: Command<typeof options> = {
  name: "test-event-pattern",
  summary: "Says whether an event pattern matches an event, as the AWS command of this name does",
  positionals: "",
  options,
  details: `Prints {"Result": true} or {"Result": false}; a pattern that EventBridge refuses is an error. Where the service is documented to differ
from the matcher that AWS publishes (aws/event-ruler), the service is followed; docs/decisions/patterns.md says where that cannot be.
Any JSON object is taken for an event. The AWS command refuses one without id, account, source, time, region or detail-type
("Parameter Event is not valid").`,
  examples: [
    {
      args: `--event-pattern '{"detail":{"queue":[{"prefix":"sales"}]}}' --event '{"detail":{"queue":"sales-eu"}}'`,
      does: "says whether the pattern matches the event",
    },
    { args: "--event-pattern file://pattern.json --event file://event.json", does: "reads both from files" },
    { args: "--cases cases.jsonl", does: "tests many in one run, one a line" },
  ],
  exits: {
    0: "tested, whatever the result; with --cases: every line could be tested",
    1: "the pattern is one that EventBridge refuses, or the event is no JSON object",
  },
  more: "docs/decisions/patterns.md",
  wrongUse: ({ values: { cases, "event-pattern": pattern, event } }) =>
    cases === undefined && (pattern === undefined || event === undefined)
      ? "test-event-pattern wants --event-pattern and --event, or --cases"
      : undefined,
  async run(input, io) {
    const { cases, "event-pattern": pattern = "", event = "" } = input.values;
    if (cases !== undefined) return testCases(cases, input, io);
    return testOne(textOf(pattern, io), textOf(event, io), io);
  },
};

function testOne(patternText: string, eventText: string, io: Io): number {
  const parsed = parsePatternText(patternText);
  // What matches is known also of a pattern that is too complex for AWS.
  const complexity = parsed.pattern === undefined ? [] : complexityFaults(parsed.pattern);
  const doubts = complexity.map((fault): Fault => ({ ...fault, severity: "warning" }));
  for (const { path, message, severity } of [...parsed.faults, ...doubts]) {
    const where = path.length === 0 ? "" : `${pathText(path)}: `;
    io.stderr(`event pattern: ${severity === undefined ? "" : "warning: "}${where}${message}`);
  }
  if (parsed.pattern === undefined) return 1;
  const event = eventOf(eventText);
  if (event === undefined) {
    io.stderr("the event is no JSON object; write it as AWS shows it, or name its file by file://PATH");
    return 1;
  }
  io.json({ Result: matches(parsed.pattern, event) }, 4);
  return 0;
}

/** Returns the value of an option as the AWS command takes it: text, or the content of a file at file://. */
function textOf(value: string, io: Io): string {
  if (!value.startsWith("file://")) return value;
  const path = resolve(io.cwd, value.slice("file://".length));
  return readWhole(path, shown(path, io), FILE_BYTES.event).toString("utf8");
}

function eventOf(text: string): object | undefined {
  try {
    const event: unknown = JSON.parse(text);
    return typeof event === "object" && event !== null && !Array.isArray(event) ? event : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

async function testCases(cases: string, { values }: Input<typeof options>, io: Io): Promise<number> {
  if (values.event !== undefined || values["event-pattern"] !== undefined) {
    io.stderr("--cases has the patterns and events; leave out --event-pattern and --event");
    return 2;
  }
  const path = resolve(io.cwd, cases);
  let number = 0;
  let faults = 0;
  // Files of cases ask many events of few patterns.
  const patterns = new Map<string, ParsedPattern>();
  for await (const line of linesOf(path, shown(path, io))) {
    number++;
    if (line.trim() === "") continue;
    const found = caseOf(line);
    if (found === undefined) {
      faults++;
      io.stderr(`${shown(path, io)}:${number}: is no case; write {"name": …, "pattern": …, "event": …}, all as text`);
    } else io.json({ name: found.name, result: resultOf(found, patterns) });
    await io.flushed();
  }
  return faults === 0 ? 0 : 1;
}

interface Case {
  readonly name: string;
  readonly pattern: string;
  readonly event: string;
}

function caseOf(line: string): Case | undefined {
  const value = eventOf(line);
  if (value === undefined || !("name" in value && "pattern" in value && "event" in value)) return undefined;
  const { name, pattern, event } = value;
  return typeof name === "string" && typeof pattern === "string" && typeof event === "string"
    ? { name, pattern, event }
    : undefined;
}

/** Patterns kept at a time. */
const KEPT = 1000;

function resultOf(
  { pattern: text, event: eventText }: Case,
  patterns: Map<string, ParsedPattern>,
): boolean | "invalid" {
  const { pattern } = patterns.get(text) ?? parsePatternText(text);
  if (patterns.size < KEPT && !patterns.has(text)) patterns.set(text, { pattern, faults: [] });
  if (pattern === undefined) return "invalid";
  const event = eventOf(eventText);
  return event === undefined ? "invalid" : matches(pattern, event);
}
