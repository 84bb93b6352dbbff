import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { environmentText } from "./input";
import { inTurns, run } from "./measure";
import { times } from "./table";

const PAIRS = 21;
const RULES = 1000;
/** The number of rules that a bus has by default. */
const REPORTED = 300;

/** The times that a person waits for one environment's synthesis and the checks, beside those of Node.js that does nothing. */
export function startup(project: string, folder: string, say: (line: string) => void): void {
  const large = join(folder, `${RULES}-rules.tfvars`);
  writeFileSync(large, environmentText(RULES));
  const reported = join(folder, `${REPORTED}-rules.tfvars`);
  writeFileSync(reported, environmentText(REPORTED));
  const program = (...args: string[]) => ({
    args: [join(project, "bin", "run.cjs"), ...args],
    env: { CDKTF_OUTDIR: join(folder, "dev"), ENVIRONMENTS_DIR: "" },
    turns: PAIRS,
  });
  const programs = [
    program("main.ts", "dev"),
    program("commands/cli.ts", "check"),
    program("commands/cli.ts", "check", large),
    program("commands/cli.ts", "report", reported),
  ];
  // Fills the caches of the bundles.
  for (const each of programs) run(each);
  const [synth, check, checkLarge, report, bare] = inTurns([...programs, { args: ["-e", "0"], turns: PAIRS }], run);
  const figures = [
    ["main.ts dev", synth, "2.00x"],
    ["check of environments/", check, "2.50x"],
    [`check of ${RULES} rules`, checkLarge, "10.00x"],
    [`report of ${REPORTED} rules`, report, "2000 ms"],
  ] as const;
  for (const [what, measured, aim] of figures) {
    const ratio = `${measured?.milliseconds.toFixed(0)} ms / ${bare?.milliseconds.toFixed(0)} ms = ${times(measured, bare)}`;
    say(`${what} / node -e 0: ${ratio}   (aim: at most ${aim})`);
  }
  say("");
}
