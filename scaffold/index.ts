/** `npm run new -- KIND NAME`: writes the file, the registry line and the test of something new. */
import { processIo } from "../commands/io";
import { add } from "./add";

const io = processIo(["new"]);
const added = add(io.project, process.argv.slice(2));
if ("refused" in added) {
  io.stderr(added.refused);
  process.exitCode = 2;
} else {
  io.stdout([...added.written.map((path) => `written: ${path}`), ...added.next.map((step) => `next: ${step}`)]);
}
