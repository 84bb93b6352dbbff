import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Io } from "../../commands/io";
import { run } from "../../commands/run";
import { ioIn } from "../support/io";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program in a folder of its own that holds these files. */
export async function runWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[],
  more: Partial<Io> = {},
): Promise<Ran> {
  const project = mkdtempSync(join(tmpdir(), "command-"));
  const { io, stdout, stderr } = ioIn(project, more);
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project, name)), { recursive: true });
      writeFileSync(join(project, name), text);
    }
    const code = await run(args, io);
    return { code, stdout: stdout.join("\n"), stderr: stderr.join("\n") };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}
