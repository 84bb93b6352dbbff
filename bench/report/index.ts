// `node bin/run.cjs bench/report/index.ts`: what a report of the worst plans takes, and how it grows with them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environmentText } from "../input";
import { inTurns, type Program, run } from "../measure";
import { times } from "../table";
import { worstPlans } from "./plans";

const SIZES = [2000, 20_000];
const TURNS = 3;

const project = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
const folder = mkdtempSync(join(tmpdir(), "genesys-eventbridge-bench-"));
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const environment = join(folder, "bench.tfvars");
  writeFileSync(environment, environmentText(1));
  const program = (plan?: string): Program => ({
    args: [
      join(project, "bin", "genesys-eventbridge.cjs"),
      ...["report", environment, "--format", "markdown"],
      ...(plan === undefined ? [] : ["--plan", plan]),
    ],
    turns: TURNS,
  });
  const plans = Object.entries(worstPlans).flatMap(([name, plan], index) =>
    SIZES.map((size) => {
      const path = join(folder, `plan-${index}-${size}.json`);
      writeFileSync(path, plan(size));
      return { name, size, path };
    }),
  );
  const [without, ...measured] = inTurns([program(), ...plans.map(({ path }) => program(path))], run);
  say(`report --plan of the worst plans known, as times of a report without a plan   (aim: each at most 20x)\n`);
  for (const [index, { name }] of plans.entries()) {
    if (index % SIZES.length !== 0) continue;
    const [small, large] = measured.slice(index, index + SIZES.length);
    say(`${times(small, without).padStart(7)} ${times(large, without).padStart(7)}  ${name}, ten times as many`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
