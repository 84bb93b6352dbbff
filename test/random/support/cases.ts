import * as fc from "fast-check";
import { type Ran, runWith } from "../../commands/run";
import { eventually, seed } from "./runs";
import { runFaults, type Timed } from "./sound-run";
import { watched } from "./watch";

/** A command line with the files that it is run beside. */
export class Case {
  constructor(
    readonly args: readonly string[],
    readonly files: Readonly<Record<string, string | Uint8Array>>,
  ) {}

  [fc.toStringMethod](): string {
    const files = Object.entries(this.files).map(([name, content]) => `${JSON.stringify(name)}: ${shown(content)}`);
    return `${JSON.stringify(this.args)} beside\n${files.join("\n")}\n`;
  }
}

function shown(content: string | Uint8Array): string {
  return JSON.stringify(typeof content === "string" ? content : Buffer.from(content).toString("latin1"));
}

/** Runs cases through the program and holds against each what must hold of every run, and more. */
export async function cases(
  count: number,
  values: fc.Arbitrary<Case>,
  more: (ran: Timed, of: Case) => readonly string[] = () => [],
  run: (of: Case) => Promise<Ran> = ({ files, args }) => runWith(files, args),
): Promise<void> {
  let number = 0;
  await eventually(count, values, async (of) => {
    const title = `seed ${seed}, case ${number++}: ${of[fc.toStringMethod]()}`;
    const before = process.cpuUsage();
    const ran = await watched(title, () => run(of));
    const { user, system } = process.cpuUsage(before);
    const timed = { ...ran, seconds: (user + system) / 1e6 };

    const faults = [...runFaults(of.args, timed), ...more(timed, of)];
    if (faults.length > 0) throw new Error([...faults, said(timed)].join("\n"));
  });
}

function said({ code, stdout, stderr }: Timed): string {
  return `exit code ${code}\nstdout: ${stdout.slice(0, 1000)}\nstderr: ${stderr.slice(0, 1000)}`;
}
