// `npm run bench`: ratios, since absolute times are those of one machine at one moment. Takes some six minutes.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manyRules } from "./many-rules";
import { run } from "./measure";
import { startup } from "./startup";
import { table, times } from "./table";

const project = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
const folder = mkdtempSync(join(tmpdir(), "genesys-eventbridge-bench-"));
// Within the project, so that what is put here finds the project's packages.
const compiled = join(project, "node_modules", ".cache", "genesys-eventbridge", "bench");
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  say(`Medians of processes run in turns; node ${process.version}, ${process.platform} ${process.arch}\n`);
  say(run({ args: [join(project, "bin", "run.cjs"), "bench/patterns.ts"] }).stdout);
  for (const part of [
    "bench/hostile.ts",
    "bench/check.ts",
    "bench/report/index.ts",
    "bench/functions.ts",
    "bench/kafka-producer/index.ts",
    "bench/bridge/index.ts",
    "bench/conversations/index.ts",
    "bench/archive/index.ts",
  ])
    say(run({ args: [join(project, "bin", "run.cjs"), part] }).stdout);
  startup(project, folder, say);
  say(run({ args: [join(project, "bin", "run.cjs"), "bench/install.ts"] }).stdout);
  mkdirSync(compiled, { recursive: true });
  const rows = manyRules({ project, folder, compiled });
  const of = (count: number) => rows.find(({ rules }) => rules === count);
  say("Rules with two targets each, against plain CDKTF that writes the same, and against JSON.stringify of it\n");
  say(table(rows));
  say(`\n1000 rules, app / plain CDKTF: ${times(of(1000)?.app, of(1000)?.plain)}   (aim: at most 0.50x)`);
  say(`2000 rules / 1000 rules, app:  ${times(of(2000)?.app, of(1000)?.app)}   (aim: at most 2.00x)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(compiled, { recursive: true, force: true });
}
