import type { Io } from "../../commands/io";
import { printing } from "../../commands/printing";

/** Returns an Io in this folder that keeps what a terminal would get, each time without the last line break. */
export function ioIn(folder: string, more: Partial<Io> = {}, coloured = false) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const keep = (list: string[]) => (text: string) => void list.push(text.replace(/\n$/, ""));
  const io: Io = {
    env: {},
    cwd: folder,
    project: folder,
    ...printing({ stdout: keep(stdout), stderr: keep(stderr), colours: { stdout: coloured, stderr: coloured } }),
    flushed: async () => undefined,
    ...more,
  };
  return { io, stdout, stderr };
}
