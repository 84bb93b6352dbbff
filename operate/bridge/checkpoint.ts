import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { systemCode } from "../../files/files-problem";
import { jsonIn } from "../../text/value";

const seenSchema = z.object({ seen: z.iso.datetime(), ended: z.boolean() });

/** The moment until which everything that came is on the bus, and whether the bridge ended as it was told to. */
export type Seen = z.output<typeof seenSchema>;

/** Keeps what a later run must know to say which events this one has missed. */
export interface Checkpoint {
  /** Returns what an earlier run has kept; undefined where none has. */
  read(): Promise<Seen | undefined>;
  write(seen: Seen): Promise<void>;
}

/** Returns what a kept text says; undefined where it is none of a bridge, such as the first value of a parameter. */
export function seenIn(text: string): Seen | undefined {
  return seenSchema.safeParse(jsonIn(text)).data;
}

/** A checkpoint in a file of this machine, in a folder that no repository takes. */
export function fileCheckpoint(path: string): Checkpoint {
  return {
    async read() {
      try {
        return seenIn(readFileSync(path, "utf8"));
      } catch (error) {
        if (systemCode(error) === "ENOENT") return undefined;
        throw error;
      }
    },
    async write(seen) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(join(dirname(path), ".gitignore"), "*\n");
      writeFileSync(`${path}.new`, `${JSON.stringify(seen)}\n`);
      renameSync(`${path}.new`, path);
    },
  };
}
