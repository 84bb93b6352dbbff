/** `node bin/run.cjs test/rehearsal/pages/report.ts RIG`: makes the report of a real plan as docs/how-to/report.md says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { followInCheckout, inCopyOfCheckout } from "./checkout";

const [rig = ""] = process.argv.slice(2);
const PAGE = "docs/how-to/report.md";

void inCopyOfCheckout(async (copy) => {
  const printed = await followInCheckout(rig, PAGE, copy, { environment: "staging" });
  const html = readFileSync(join(copy, "report.html"), "utf8");
  const told = [/^### What the plan changes$/m, /^\d+ to make, 0 to change, 0 to replace, 0 to destroy/m];
  if (!told.every((words) => words.test(printed)) || !html.includes("What the plan changes"))
    throw new Error(`${PAGE} reports no plan:\n${printed.slice(-4000)}`);
  console.log(`${PAGE}: done`);
});
