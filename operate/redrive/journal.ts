import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { QUEUE_RETENTION_SECONDS } from "../../aws/limits";
import { locked } from "../lock";

/** A line of the journal: what became of a message, and when. */
type Entry =
  | readonly ["held", id: string, receipt: string]
  | readonly ["sending" | "sent" | "refused" | "again", id: string, second: number];

/**
 * The record of a redrive on this machine, by the ids of messages and nothing of what is in them. Each step is written before or after
 * it is done, so that a run that goes on where another was killed knows what was delivered and only has to be deleted, what may have been
 * delivered, and what SQS still thinks to be in work.
 */
export class Journal {
  #file: number;
  readonly #unlock: () => void;
  readonly #last = new Map<string, readonly [kind: "sending" | "sent", second: number]>();
  readonly #again = new Map<string, number>();
  /** Receipts of what an earlier run had received and neither deleted nor given back. */
  readonly held: ReadonlyMap<string, string>;

  /** @throws FilesProblem where another run keeps it; an error of the system where it cannot be written */
  constructor(
    readonly path: string,
    shown: string,
    private readonly now: () => number = () => Math.floor(Date.now() / 1000),
  ) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(join(dirname(path), ".gitignore"), "*\n");
    this.#unlock = locked(`${path}.lock`, `${shown}.lock`, "redrive of this queue");
    const held = new Map<string, string>();
    for (const entry of entriesIn(path)) {
      if (entry[0] === "held") held.set(entry[1], entry[2]);
      else this.#take(entry);
    }
    this.held = held;
    this.#file = openSync(path, "a");
    // What a killed run has left may end within a line.
    if (held.size > 0) appendFileSync(this.#file, "\n");
  }

  /** Messages that were delivered more than once, or may have been, of which no run has told yet. */
  get again(): readonly string[] {
    return [...this.#again.keys()];
  }

  /** Returns true for a message that was delivered, so that it only has to be deleted. */
  isSent(id: string): boolean {
    return this.#last.get(id)?.[0] === "sent";
  }

  hold(letters: readonly { readonly id: string; readonly receipt: string }[]): void {
    this.#write(letters.map(({ id, receipt }) => ["held", id, receipt] as const));
  }

  /** Notes that a message is about to be sent. Where it is not known what became of the time before, it may arrive twice. */
  sending(id: string): void {
    if (this.#last.get(id)?.[0] === "sending") this.arrivedAgain(id);
    this.#note("sending", id);
  }

  sent(id: string): void {
    this.#note("sent", id);
  }

  /** Notes that the target surely did not take it. */
  refused(id: string): void {
    this.#note("refused", id);
  }

  arrivedAgain(id: string): void {
    this.#note("again", id);
  }

  /** Forgets what was received and not deleted, as all of it is given back. */
  givenBack(): void {
    this.#rewrite([...this.#again].map(([id, second]) => ["again", id, second]));
  }

  /** Forgets what arrived more than once, as it is told. */
  told(): void {
    this.#again.clear();
    this.#rewrite([]);
  }

  close(): void {
    closeSync(this.#file);
    this.#unlock();
  }

  /**
   * Writes it anew, whole or not at all. What was sent is remembered for as long as a queue keeps a message: SQS may bring one again that
   * was deleted.
   */
  #rewrite(more: readonly Entry[]): void {
    const kept = [...this.#last].map(([id, [kind, second]]): Entry => [kind, id, second]);
    writeFileSync(`${this.path}.new`, [...kept, ...more].map(lineOf).join(""));
    closeSync(this.#file);
    renameSync(`${this.path}.new`, this.path);
    this.#file = openSync(this.path, "a");
  }

  #note(kind: Exclude<Entry[0], "held">, id: string): void {
    const entry = [kind, id, this.now()] as const;
    this.#take(entry);
    this.#write([entry]);
  }

  #take([kind, id, second]: Exclude<Entry, readonly ["held", ...unknown[]]>): void {
    if (this.now() - second > QUEUE_RETENTION_SECONDS) return;
    if (kind === "again") this.#again.set(id, second);
    else if (kind === "refused") this.#last.delete(id);
    else this.#last.set(id, [kind, second]);
  }

  #write(entries: readonly Entry[]): void {
    if (entries.length > 0) appendFileSync(this.#file, entries.map(lineOf).join(""));
  }
}

const lineOf = (entry: Entry) => `${JSON.stringify(entry)}\n`;

/** Returns the entries of a journal; its last line may be half, where a run was killed. */
function entriesIn(path: string): Entry[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return [];
  }
  return text.split("\n").flatMap((line): Entry[] => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}
