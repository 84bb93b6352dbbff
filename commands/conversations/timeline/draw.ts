import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Io } from "../../io";
import type { Database, Row } from "../duckdb";
import { moveTo, selectionOf } from "../output";
import type { Written } from "../redact";
import { timelinePage } from "./page";
import { timelineLines } from "./text";
import { timelineOf } from "./timeline";

/** How a timeline is asked for. */
export interface Drawing {
  readonly zone: string;
  readonly written: Written;
  readonly json: boolean;
  /** The page to write. */
  readonly out: string | undefined;
}

/** Draws the only conversation that there is. */
export async function draw(
  { zone, written, json, out }: Drawing,
  workshop: string,
  database: Database,
  io: Io,
): Promise<void> {
  const rows = selectionOf({ format: "json", written, zone });
  const [found] = await database.rows(`SELECT to_json(row) AS text FROM (${rows}) AS row`);
  const row: Row = JSON.parse(String(found?.text));
  const timeline = await timelineOf(row, zone, written, database);
  if (out !== undefined) {
    const draft = join(workshop, "page.html");
    writeFileSync(draft, timelinePage(timeline));
    moveTo(out, draft, io);
  } else if (json) io.json({ ...row, moments: timeline.moments });
  else io.stdout(timelineLines(timeline, io.terminal));
}
