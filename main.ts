import { processIo } from "./commands/io";
import { synth } from "./commands/synth";

synth(process.argv.slice(2), processIo(["synth"])).then((code) => {
  process.exitCode = code;
});
