import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { FILE_BYTES } from "../../aws/limits";
import { FilesProblem, readProblem, systemCode } from "../../config/files";
import { readWhole } from "../../files/read-file";
import { writeFiles } from "../../files/write-files";
import { DEEPEST, isDeeplyNested } from "../../text/nesting";
import { plural } from "../../text/words";
import { type StreamEvent, whyNoEvent } from "../../trace/event";
import { differences, isOutcome, type Outcome, outcomeOf } from "../../trace/scenario";
import type { Tracer } from "../../trace/tracer";
import { type Io, shown } from "../io";

const EXPECTED = ".expected.json";

/**
 * Runs the scenarios of an environment: `<name>.events/*.json` beside its file, each with what is expected of it in a file of the
 * same name that ends in .expected.json.
 *
 * @param file of the environment
 * @param update write down what happens now instead of comparing
 * @returns the exit code
 */
export function verify(tracer: Tracer, file: string, update: boolean, io: Io): number {
  const folder = join(dirname(file), `${tracer.environment.name}.events`);
  const scenarios = eventsIn(folder, io);
  // All is read and traced before anything is written.
  const results = scenarios.map((path) => ({ path, actual: outcomeOf(tracer, readEvents(path, tracer, io)) }));
  if (update) {
    const files = results.map(({ path, actual }) => ({
      path: expectedOf(path),
      text: `${JSON.stringify(actual, null, 2)}\n`,
      over: true,
    }));
    writeFiles(folder, files, { shown: (path) => shown(path, io), by: "--update" });
    const lost = results.filter(({ actual }) => actual.lost !== undefined).length;
    const loses =
      lost === 0 ? "" : `: ${lost} of them ${lost === 1 ? "is" : "are"} of events that are lost on their way`;
    io.stderr(
      `${plural(results.length, "outcome")} written to ${shown(folder, io)}; read them before you commit them${loses}`,
    );
    return 0;
  }
  const faults = results.flatMap(({ path, actual }) =>
    differences(readOutcome(path, io), actual).map((difference) => `${shown(path, io)}: ${difference}`),
  );
  io.stdout(faults);
  io.stderr(
    `${plural(scenarios.length, "scenario")}, ${faults.length === 0 ? "all as expected" : plural(faults.length, "difference")}`,
  );
  return faults.length === 0 ? 0 : 1;
}

function eventsIn(folder: string, io: Io): string[] {
  let files: string[] = [];
  try {
    files = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.endsWith(EXPECTED));
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw readProblem(error, shown(folder, io));
  }
  if (files.length > 0) return files.sort().map((name) => join(folder, name));
  throw new FilesProblem(
    `there are no scenarios in ${shown(folder, io)}; put events there as .json files, and add --update once`,
  );
}

/** Returns the event of a scenario, or those that streams make of what it says is sent. */
function readEvents(path: string, tracer: Tracer, io: Io): readonly StreamEvent[] {
  const value = readJson(path, io);
  const events = tracer.eventsOf(value);
  if (events.length > 0) return events;
  throw new FilesProblem(`${shown(path, io)} is no event: ${whyNoEvent(value)}`);
}

function readOutcome(path: string, io: Io): Outcome {
  const outcome = readJson(expectedOf(path), io);
  if (isOutcome(outcome)) return outcome;
  const form = '{ "deliveries": [{ "rule": …, "destination": …, "payload": … }] }';
  throw new FilesProblem(`${shown(expectedOf(path), io)} says no outcome; write ${form}, or let --update write it`);
}

function readJson(path: string, io: Io): unknown {
  if (!existsSync(path)) throw new FilesProblem(`${shown(path, io)} is missing; write it, or let --update write it`);
  const text = readWhole(path, shown(path, io), FILE_BYTES.scenario).toString("utf8");
  if (isDeeplyNested(text)) {
    throw new FilesProblem(
      `${shown(path, io)} is nested more than ${DEEPEST} levels deep, as no event is; write it flatter`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FilesProblem(`${shown(path, io)} is no JSON (${String(error)})`);
  }
}

function expectedOf(path: string): string {
  return join(dirname(path), basename(path, ".json") + EXPECTED);
}
