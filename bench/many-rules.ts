import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environmentText } from "./input";
import { inTurns, type Program, run, runWithMemory } from "./measure";
import type { Row } from "./table";

/** The numbers of rules, with fewer turns where each takes seconds; 2000 is there to be compared with 1000. */
const SIZES: readonly { readonly rules: number; readonly turns: number }[] = [
  { rules: 1, turns: 15 },
  { rules: 10, turns: 11 },
  { rules: 100, turns: 9 },
  { rules: 1000, turns: 7 },
  { rules: 2000, turns: 5 },
  { rules: 5000, turns: 3 },
];

export interface Folders {
  readonly project: string;
  /** The folder for environment files and what comes of them. */
  readonly folder: string;
  /** The folder for bench/plain.ts as a user would run it. */
  readonly compiled: string;
}

export function manyRules(folders: Folders): Row[] {
  run({ args: [join(folders.project, "bench", "transpile.mjs"), compiledPlain(folders)] });
  const programs = SIZES.flatMap(({ rules, turns }) => programsFor(folders, rules, turns));
  const measured = inTurns(programs, runWithMemory(folders.project));
  return SIZES.map(({ rules, turns }, index) => {
    const [app, plain] = measured.slice(2 * index);
    if (app === undefined || plain === undefined) throw new Error(`${rules} rules were not measured`);
    return { rules, turns, app, plain, stringify: stringifyTime(folders, rules) };
  });
}

/** The app and the plain program for as many rules. */
function programsFor(folders: Folders, rules: number, turns: number): [Program, Program] {
  const { project, folder } = folders;
  const name = nameOf(rules);
  writeFileSync(join(folder, `${name}.tfvars`), environmentText(rules));
  mkdirSync(join(folder, "plain"), { recursive: true });
  return [
    {
      args: [join(project, "bin", "run.cjs"), "main.ts", name],
      env: { ENVIRONMENTS_DIR: folder, CDKTF_OUTDIR: join(folder, "app") },
      turns,
    },
    { args: [compiledPlain(folders), name, String(rules), join(folder, "plain")], turns },
  ];
}

/** Measures in a process with a heap of its own, which also compares what both wrote. */
function stringifyTime({ project, folder }: Folders, rules: number): number {
  const [app, plain] = ["app", "plain"].map((by) => join(folder, by, "stacks", nameOf(rules), "cdk.tf.json"));
  const program = [join(project, "bin", "run.cjs"), "bench/compare.ts"];
  return Number(run({ args: [...program, app ?? "", plain ?? "", String(rules)] }).stdout);
}

function nameOf(rules: number): string {
  return `rules-${rules}`;
}

function compiledPlain({ compiled }: Folders): string {
  return join(compiled, "plain.cjs");
}
