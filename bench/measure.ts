import { spawnSync } from "node:child_process";
import { join } from "node:path";

export interface Program {
  /** Behind `node`. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly turns: number;
}

export interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Runs programs in turns, so that whatever else the machine does hits all alike, and gives the median of each. */
export function inTurns(programs: readonly Program[], run: (program: Program) => Measured): Measured[] {
  const runs = programs.map((): Measured[] => []);
  for (let turn = 0; turn < Math.max(...programs.map(({ turns }) => turns)); turn++) {
    for (const [index, program] of programs.entries()) if (turn < program.turns) runs[index]?.push(run(program));
  }
  return runs.map((measured) => ({
    milliseconds: median(measured.map(({ milliseconds }) => milliseconds)),
    megabytes: median(measured.map(({ megabytes }) => megabytes)),
  }));
}

/** The time of a process from its start to its end; its memory is what its last line on stderr says, if it does. */
export function run({ args, env }: Pick<Program, "args" | "env">): Measured & { readonly stdout: string } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}:\n${stderr}${stdout}`);
  return { milliseconds, megabytes: Number(stderr.trim().split("\n").at(-1)) / 1024, stdout };
}

export function runWithMemory(project: string): (program: Program) => Measured {
  const preload = join(project, "bench", "peak-memory.cjs");
  return ({ args, ...program }) => run({ ...program, args: ["--require", preload, ...args] });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
