import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { BackfilledEvent } from "../../../operate/backfill/event";

type Detail = { readonly eventBody: Readonly<Record<string, unknown>>; readonly metadata: object };
export type ReadEvent = BackfilledEvent & { readonly detail: Detail };

/** Returns the events of all files below a folder, in no order; a file that is not whole is an error. */
export function readBack(folder: string): ReadEvent[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".gz"))
    .flatMap(({ parentPath, name }) =>
      gunzipSync(readFileSync(join(parentPath, name)))
        .toString()
        .trimEnd()
        .split("\n")
        .map((line): ReadEvent => JSON.parse(line)),
    );
}

/** Returns the bodies as texts that can be compared, sorted. */
export function bodies(events: readonly { readonly detail: object }[]): string[] {
  return events.map(({ detail }) => JSON.stringify((detail as Detail).eventBody)).sort(); // as the program writes it
}
