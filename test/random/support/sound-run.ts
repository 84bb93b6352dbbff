import type { Ran } from "../../commands/run";
import { SECRET } from "./hostile";

/** The time of the processor that a command may take for a small input; the clock would tell of the machine. */
export const SECONDS = 10;

const RAW = /[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
const COMMAND = /^\s*::[a-z-]+(?: .*)?::|##\w*\[/m;
const ANNOTATION = /^::(?:error|warning)(?: [^\n]*?)?::[^\n]*$/;
const STACK_TRACE = /^\s+at .*(?:node:|file:|\/).*:\d+:\d+\)?$/m;

export interface Timed extends Ran {
  readonly seconds: number;
}

/** Everything that must hold of a run, whatever it was given. */
export function runFaults(args: readonly string[], { code, stdout, stderr, seconds }: Timed): string[] {
  const all = `${stdout}\n${stderr}`;
  const github = args.includes("github");
  const faults = [
    [![0, 1, 2].includes(code), `exit code ${code}`],
    [code !== 0 && all.trim() === "", `exit code ${code}, and not a word why`],
    [code === 2 && stdout !== "", "wrong usage, and something on stdout"],
    [RAW.test(all), `a raw character ${JSON.stringify(RAW.exec(all)?.[0])} in ${JSON.stringify(around(all, RAW))}`],
    [STACK_TRACE.test(all), `a stack trace: ${STACK_TRACE.exec(all)?.[0]}`],
    [!github && COMMAND.test(all), `a command to a workflow: ${JSON.stringify(COMMAND.exec(all)?.[0].slice(0, 80))}`],
    [github && !lines(stdout).every((line) => ANNOTATION.test(line)), "a line that is no annotation"],
    [all.includes(SECRET), `the secret in ${JSON.stringify(around(all, new RegExp(SECRET)))}`],
    [all.includes("[object Object]"), "[object Object]"],
    [seconds > SECONDS, `${seconds.toFixed(1)} seconds`],
  ] as const;
  return faults.flatMap(([is, fault]) => (is ? [fault] : []));
}

export function lines(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

function around(text: string, what: RegExp): string {
  const at = what.exec(text)?.index ?? 0;
  return text.slice(Math.max(0, at - 80), at + 80);
}
