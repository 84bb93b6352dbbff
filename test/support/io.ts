import type { Io } from "../../commands/io";

/** An Io in this folder that keeps what is said. */
export function ioIn(folder: string, more: Partial<Io> = {}) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const io: Io = {
    env: {},
    cwd: folder,
    project: folder,
    stdout: (line) => void stdout.push(line),
    stderr: (line) => void stderr.push(line),
    flushed: async () => undefined,
    ...more,
  };
  return { io, stdout, stderr };
}
