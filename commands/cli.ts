import { commands } from ".";
import { processIo } from "./io";
import { run } from "./run";

run(process.argv.slice(2), processIo(commands.map(({ name }) => name))).then((code) => {
  process.exitCode = code;
});
