/** `node bin/run.cjs test/functions/print-hash.ts NAME`: the hash of a function's code, as synthesis in a process of its own makes it. */
import { codeHash } from "../../modules/function-code";

console.log(codeHash(process.argv[2] ?? ""));
