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
export function runWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[],
  more: Partial<Io> = {},
  coloured = false,
): Promise<Ran> {
  return inFolderOf(files, async (project) => {
    const { io, stdout, stderr } = ioIn(project, more, coloured);
    const code = await run(args, io);
    return { code, stdout: stdout.join("\n"), stderr: stderr.join("\n") };
  });
}

/** Does something in a folder that holds these files, for as long as that takes. */
export async function inFolderOf<Result>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "command-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
