import { commands } from ".";
import { processIo } from "./io";
import { run } from "./run";

/** Runs the program with these words in the process that it has to itself. */
export function start(args: readonly string[]): void {
  run(args, processIo(commands.map(({ name }) => name))).then((code) => {
    process.exitCode = code;
  });
}
