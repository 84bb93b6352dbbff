import { resolve } from "node:path";
import { FilesProblem } from "../../config/files";
import { Summary } from "../../trace/summary";
import { Tracer } from "../../trace/tracer";
import type { Command, Input } from "../command";
import { type Chosen, oneEnvironment } from "../environment";
import type { Io } from "../io";
import { Events, eventFiles } from "./event-files";
import { askAws } from "./live";
import { Progress } from "./progress";
import { summaryLines, traceLines } from "./text";
import { verify } from "./verify";

export const trace: Command = {
  name: "trace",
  summary: "Says what an event would do: which rules match it, why the others do not, and what each target gets",
  positionals: "FILE",
  options: {
    event: {
      type: "string",
      value: "EVENTS",
      multiple: true,
      help: "a file or a folder of events, or - for the standard input; may be repeated",
    },
    exact: {
      type: "boolean",
      help: "take events as they are; otherwise each gets the source, account and region of the stream that sends its topic",
    },
    summary: { type: "boolean", help: "only count events and bytes, for archives of any size" },
    verify: {
      type: "boolean",
      help: "compare the events in <environment>.events/, beside FILE, with what is expected of them",
    },
    update: { type: "boolean", help: "with --verify: write down what happens now as what is expected" },
    json: { type: "boolean", help: "for other programs: one line an event" },
    live: {
      type: "boolean",
      help: "ask AWS the same (TestEventPattern, with your credentials) and show where it says otherwise",
    },
  },
  details: `FILE is an environment's file, or its name. EVENTS is JSON: one event, a list, or one after the other; gzip is seen by itself.
Nothing is sent anywhere, but with --live the events and patterns to AWS.`,
  async run(input, io) {
    const wrong = wrongUse(input);
    if (wrong !== undefined) {
      io.stderr(`${wrong} (--help tells more)`);
      return 2;
    }
    const chosen = oneEnvironment(input.positionals[0] ?? "", io, true);
    if (chosen === undefined) return 1;
    const code = await traceIn(chosen, input, io);
    return chosen.faulty ? 1 : code;
  },
};

async function traceIn({ environment, file }: Chosen, input: Input, io: Io): Promise<number> {
  const tracer = new Tracer(environment, { exact: input.values.exact === true });
  if (input.values.verify) return verify(tracer, resolve(io.cwd, file.path), input.values.update === true, io);
  const files = eventFiles(input.list("event"), io);
  if (input.values.live) return askAws(tracer, files, io);
  return input.values.summary ? summarize(tracer, files, input, io) : traceEach(tracer, files, input, io);
}

function wrongUse({ values, positionals, list }: Input): string | undefined {
  if (positionals.length !== 1) return "trace wants one environment FILE";
  const events = list("event").length;
  if (values.verify)
    return events > 0 || values.summary || values.json
      ? "--verify reads its own events; leave out --event, --summary and --json"
      : undefined;
  if (values.update) return "--update means nothing without --verify";
  return events === 0 ? "trace wants --event EVENTS, or --verify" : undefined;
}

async function traceEach(tracer: Tracer, files: readonly string[], { values }: Input, io: Io): Promise<number> {
  const events = new Events(files, io);
  let count = 0;
  for await (const { place, event } of events) {
    count++;
    const traced = tracer.trace(event);
    if (values.json) io.json({ place, ...traced });
    else io.stdout(traceLines(place, traced));
    await io.flushed();
  }
  if (count + events.faults === 0) {
    throw new FilesProblem("there is no event in what is given; write one whole event as JSON");
  }
  return events.faults === 0 ? 0 : 1;
}

async function summarize(tracer: Tracer, files: readonly string[], { values }: Input, io: Io): Promise<number> {
  const progress = new Progress(files, io);
  const events = new Events(files, io, (bytes) => progress.read(bytes));
  const summary = new Summary(tracer);
  for await (const { event, bytes } of events) summary.add(event, bytes);
  progress.end();
  const result = summary.result(events.faults);
  if (values.json) io.json(result);
  else io.stdout(summaryLines(result));
  return events.faults === 0 ? 0 : 1;
}
