import { appendFileSync, lstatSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { FilesProblem, systemCode } from "../../files/files-problem";
import { makeFolder } from "../../files/make-folder";
import { writeFiles } from "../../files/write-files";
import { plural } from "../../text/words";
import { type StreamEvent, topicIn } from "../../trace/event";
import { type Outcome, outcomeOf } from "../../trace/scenario";
import { Tracer } from "../../trace/tracer";
import type { Chosen } from "../environment";
import { type Io, shown } from "../io";

const BY = "--save";
/** The scenarios of one run: whoever keeps more wants a file of events. */
const MOST_SCENARIOS = 100;

/** Keeps events as they are shown: a scenario each in a folder, or all in one file. */
export class Saver {
  readonly #path: string;
  readonly #tracer: Tracer;
  readonly #file: boolean;
  #saved = 0;
  #leftOut = 0;

  /** @throws FilesProblem where nothing can be kept there, before anything is made in AWS */
  constructor(
    word: string,
    private readonly chosen: Chosen,
    private readonly io: Io,
  ) {
    this.#path = resolve(io.cwd, word);
    this.#file = /\.(?:ndjson|jsonl)$/i.test(word);
    this.#tracer = new Tracer(chosen.environment, { exact: false });
    if (/\.json$/i.test(word))
      throw new FilesProblem(
        `${BY} ${word}: write a folder, which gets a file an event, or a file that ends in .ndjson`,
      );
    const stats = lstatSync(this.#path, { throwIfNoEntry: false });
    if (stats !== undefined && !(this.#file ? stats.isFile() : stats.isDirectory()))
      throw new FilesProblem(
        `${shown(this.#path, io)} is no ${this.#file ? "file" : "folder"}; ${BY} does not write there`,
      );
    this.#write(() => makeFolder(this.#file ? dirname(this.#path) : this.#path));
  }

  /** Keeps an event, as it was and as it is shown. */
  save(event: StreamEvent, seen: StreamEvent, topicField: string): void {
    if (this.#file) {
      this.#write(() => appendFileSync(this.#path, `${JSON.stringify(seen)}\n`));
      this.#saved++;
      return;
    }
    if (this.#saved >= MOST_SCENARIOS) {
      this.#leftOut++;
      return;
    }
    const outcome = outcomeOf(this.#tracer, [seen]);
    const name = nameOf(event, topicField);
    const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
    const files = [
      { path: join(this.#path, `${name}.json`), text: text(seen), over: true },
      { path: join(this.#path, `${name}.expected.json`), text: text(outcome), over: true },
    ];
    writeFiles(this.#path, files, { by: BY, shown: (path) => shown(path, this.io) });
    this.#saved++;
    if (seen !== event) this.#warn(outcomeOf(this.#tracer, [event]), outcome, name);
  }

  /** Says what was kept, and what one does with it. */
  end(): void {
    const where = shown(this.#path, this.io);
    if (this.#file) {
      this.io.stderr(`${plural(this.#saved, "event")} saved in ${where}`);
      return;
    }
    const { environment, file } = this.chosen;
    const own = join(dirname(resolve(this.io.cwd, file.path)), `${environment.name}.events`);
    const next =
      this.#path === own
        ? `; read what is expected of them before you commit them`
        : `; trace --verify reads those in ${shown(own, this.io)}`;
    this.io.stderr(`${plural(this.#saved, "scenario")} saved in ${where}${this.#saved > 0 ? next : ""}`);
    if (this.#leftOut > 0)
      this.io.stderr(
        `${plural(this.#leftOut, "more event")} not saved: one run keeps ${MOST_SCENARIOS} scenarios; a file that ends in .ndjson takes all`,
      );
  }

  /** A rule may ask for what is masked; then the scenario says less than the event did. */
  #warn(before: Outcome, after: Outcome, name: string): void {
    const rules = (outcome: Outcome) => new Set(outcome.deliveries.map(({ rule }) => rule));
    const kept = rules(after);
    const lost = [...rules(before)].filter((rule) => !kept.has(rule));
    if (lost.length > 0)
      this.io.stderr(
        `${name}: masked as it is, it no longer matches ${lost.join(", ")}; --show-personal-data would keep what ${lost.length === 1 ? "that rule asks" : "those rules ask"} for`,
      );
  }

  #write(work: () => void): void {
    try {
      work();
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined) throw error;
      throw new FilesProblem(`${shown(this.#path, this.io)} cannot be written (${code})`);
    }
  }
}

/** `users-presence-3c6ed524`: the topic, and enough of the event's id to tell it from others. */
function nameOf(event: StreamEvent, topicField: string): string {
  const topic = topicIn(event, topicField)
    .replace(/^v\d+\./, "")
    .replace(/\{[^}]*\}/g, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80);
  const id = typeof event.id === "string" ? event.id.replace(/[^A-Za-z0-9]/g, "").slice(0, 8) : "";
  return [topic || "event", id || "0"].join("-");
}
