import { commands } from ".";
import { processIo } from "./io";
import { run } from "./run";

/** Runs the program with these words in the process, or the thread, that it has to itself. */
export function start(args: readonly string[]): void {
  if (args[0] === THREAD) void import("./trace/work/thread").then(({ workInThread }) => workInThread());
  else
    run(args, processIo(commands.map(({ name }) => name))).then((code) => {
      process.exitCode = code;
    });
}

/** The word that the program begins its own threads with, which is no command of people. */
const THREAD = "trace-thread";
