import { availableParallelism } from "node:os";
import type { Tracer } from "../../../trace/tracer";
import type { FilePiece } from "../event-files";
import type { Crew } from "./in-order";
import { Threads, type Told } from "./threads";
import { type Done, Work } from "./work";

/** The threads beyond which one more hardly helps: another one reads for all of them. */
const MOST_THREADS = 8;
/** The bytes that are done before threads are begun where nobody asks for any, as each takes about as long to begin. */
const ALONE_BYTES = 8 << 20;

/** Does tasks in this thread, or in others where these are worth their while. */
export class Growing implements Crew<FilePiece, Done> {
  readonly #work: Work;
  readonly #count: number;
  #alone: number;
  #threads: Threads | undefined;

  /**
   * @param count the number of threads that is asked for; undefined for what suits the machine and the size of what is read
   * @param program the file that runs the program; undefined where none does, and no thread can be begun
   */
  constructor(
    tracer: Tracer,
    private readonly told: Told,
    count: number | undefined,
    private readonly program: string | undefined,
  ) {
    this.#work = new Work(tracer, told.wanted);
    this.#count = count ?? Math.min(MOST_THREADS, availableParallelism());
    this.#alone = count === undefined ? ALONE_BYTES : 0;
  }

  get most(): number {
    return this.#threads?.most ?? 1;
  }

  async do(task: FilePiece): Promise<Done> {
    if (this.#count === 1 || this.program === undefined) return this.#work.do(task);
    if (this.#alone > 0) {
      this.#alone -= sizeOf(task);
      return this.#work.do(task);
    }
    this.#threads ??= new Threads(this.#count, this.program, this.told);
    return this.#threads.do(task);
  }

  /** Lets the other threads end. */
  end(): void {
    this.#threads?.end();
  }
}

function sizeOf({ piece }: FilePiece): number {
  if ("bytes" in piece) return piece.bytes.length;
  return piece.texts.reduce((sum, text) => sum + text.length, 0);
}
