import { gzipSync } from "node:zlib";
import type { Batch } from "./output";

/** A file as Firehose writes it: an event a line, compressed, in the folder of an hour. */
export interface HourFile {
  /** The path with slashes, such as `2026/11/01/08/NAME.gz`. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** Returns the files of a batch, by the hours of its events: those of the default prefix of Firehose, in UTC. */
export function filesOf({ name, events }: Batch): HourFile[] {
  const hours = new Map<string, string[]>();
  for (const event of events) {
    const hour = event.time.slice(0, 13).replace(/[-T]/g, "/");
    const lines = hours.get(hour) ?? [];
    lines.push(`${JSON.stringify(event)}\n`);
    hours.set(hour, lines);
  }
  return [...hours].map(([hour, lines]) => ({ path: `${hour}/${name}.gz`, bytes: gzipSync(lines.join("")) }));
}
