import { Worker } from "node:worker_threads";
import { FilesProblem } from "../../../config/files";
import type { EnvironmentFile } from "../../../config/load";
import type { FilePiece } from "../event-files";
import type { Crew } from "./in-order";
import type { Done, Wanted } from "./work";

/** All that a thread must know to make the same of a piece as any other. */
export interface Told {
  /** The environment's file as it was read. */
  readonly file: EnvironmentFile;
  readonly exact: boolean;
  readonly wanted: Wanted;
}

/** What a thread answers to a task, in the order of the tasks. */
export type Answer = { readonly done: Done } | { readonly error: { readonly message: string; readonly stack: string } };

/** The most memory that a thread has for what it makes of its pieces. */
const MEMORY_MB = { young: 16, old: 512 };
/** The tasks that a thread has: the one it does, and the next one. */
const TASKS = 2;

/** Threads that do tasks. Whoever has them must end them. */
export class Threads implements Crew<FilePiece, Done> {
  readonly most: number;
  readonly #threads: readonly Thread[];

  /** @param program the file that runs the program */
  constructor(count: number, program: string, told: Told) {
    this.#threads = Array.from({ length: count }, () => new Thread(program, told));
    this.most = count * TASKS;
  }

  do(task: FilePiece): Promise<Done> {
    const [first, ...others] = this.#threads;
    if (first === undefined) throw new Error("there is no thread");
    return others.reduce((idlest, other) => (other.tasks < idlest.tasks ? other : idlest), first).do(task);
  }

  /** Lets the threads end, which have nothing left to do. */
  end(): void {
    for (const thread of this.#threads) thread.end();
  }
}

interface Waiting {
  resolve(done: Done): void;
  reject(error: unknown): void;
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(program: string, workerData: Told) {
    this.#worker = new Worker(program, {
      argv: ["commands/cli.ts", "trace-thread"],
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: MEMORY_MB.young, maxOldGenerationSizeMb: MEMORY_MB.old },
    });
    this.#worker.on("message", (answer: Answer) => {
      const waiting = this.#waiting.shift();
      if ("done" in answer) waiting?.resolve(answer.done);
      else waiting?.reject(Object.assign(new Error(answer.error.message), { stack: answer.error.stack }));
    });
    this.#worker.on("error", (error) => this.#fail(threadProblem(error)));
    this.#worker.on("exit", (code) =>
      this.#fail(new FilesProblem(`a thread of the program ended unexpectedly (${code}); ${ALONE}`)),
    );
  }

  get tasks(): number {
    return this.#waiting.length;
  }

  do(task: FilePiece): Promise<Done> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      const { piece } = task;
      this.#worker.postMessage(task, "bytes" in piece ? [piece.bytes.buffer as ArrayBuffer] : []);
    });
  }

  end(): void {
    if (this.#waiting.length > 0) void this.#worker.terminate();
    else this.#worker.postMessage("end");
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

const ALONE = "--threads 1 does without others";

function threadProblem(error: unknown): unknown {
  const isMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return isMemory ? new FilesProblem(`a thread of the program ran out of memory; ${ALONE}`) : error;
}
