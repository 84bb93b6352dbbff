import type { Column } from "../columns";
import type { Database, Row } from "../duckdb";
import type { Written } from "../redact";
import { timeText } from "../written";

/** One moment of a conversation, as an event says it. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly time: string;
  /** The end of the event's topic, such as `customer.start`. */
  readonly what: string;
  /** The rest of what it says, such as a queue or how it ended. */
  readonly about: readonly string[];
}

/** One stay, such as an agent's session. An end that was not seen is missing. */
export interface Lane {
  readonly label: string;
  readonly from: number | undefined;
  readonly until: number | undefined;
  /** The end of the work behind it. */
  readonly wrapped: number | undefined;
}

export interface Timeline {
  readonly row: Row;
  readonly lanes: readonly Lane[];
  readonly moments: readonly Moment[];
}

const USER: Column = { name: "user_id", kind: "text", field: "detail.eventBody.userId", help: "" };
const LANES = ["customer", "flow", "acd", "user", "voicemail"];
const WORDS: Readonly<Record<string, string>> = { acd: "queue", user: "agent" };

/** Reads the timeline of the only conversation whose events are there: copies of an event become one moment. */
export async function timelineOf(row: Row, zone: string, written: Written, database: Database): Promise<Timeline> {
  const found = await database.rows(
    `SELECT DISTINCT role, phase, stay_id, epoch_ms(event_at) AS at, ${timeText("event_at", zone)} AS time, queue_id, ${written(USER)},
      outcome, flow_outcome_id, disconnect_type, wrapup_code
    FROM events WHERE version = (SELECT max(version) FROM events) ORDER BY ALL`,
  );
  const moments = found.map(momentOf).sort((a, b) => a.at - b.at);
  return { row, lanes: lanesOf(found), moments };
}

function momentOf(row: Row): Moment {
  const about = ["queue_id", "user_id", "outcome", "flow_outcome_id", "disconnect_type", "wrapup_code"].flatMap(
    (name) => (typeof row[name] === "string" ? [row[name]] : []),
  );
  return { at: Number(row.at), time: String(row.time), what: whatOf(row), about };
}

function whatOf({ role, phase }: Row): string {
  if (role === "outcome") return "flow.outcome";
  if (phase === "acw" || phase === "wrapup") return phase;
  return phase === "" ? String(role) : `${role}.${phase}`;
}

function lanesOf(rows: readonly Row[]): Lane[] {
  const stays = new Map<string, Row[]>();
  for (const row of rows) {
    if (!LANES.includes(String(row.role))) continue;
    const key = `${row.role} ${row.stay_id}`;
    stays.set(key, [...(stays.get(key) ?? []), row]);
  }
  const lanes = [...stays.values()].map((own): Lane => {
    const at = (...phases: string[]) =>
      own.filter(({ phase }) => phases.includes(String(phase))).map((row) => Number(row.at));
    const role = String(own[0]?.role);
    const named = own.map((row) => row[role === "user" ? "user_id" : "queue_id"]).find((id) => typeof id === "string");
    return {
      label: `${WORDS[role] ?? role}${typeof named === "string" ? ` ${named.slice(0, 8)}` : ""}`,
      from: at("start")[0],
      until: at("end").at(-1),
      wrapped: at("acw", "wrapup").at(-1),
    };
  });
  const first = ({ from, until, wrapped }: Lane) => from ?? until ?? wrapped ?? 0;
  return lanes.sort((a, b) => first(a) - first(b));
}

/** Returns the first and the last moment, which a drawing lies between. */
export function spanOf({ moments }: Timeline): { readonly from: number; readonly until: number } {
  const [from = 0, until = from] = [moments[0]?.at, moments.at(-1)?.at];
  return { from, until: Math.max(until, from + 1) };
}
