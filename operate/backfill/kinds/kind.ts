import * as z from "zod";
import type { GenesysCloud } from "../../genesys/cloud";
import type { Unit } from "../unit";

/** A record as Genesys Cloud gives it; nothing of it is left out. */
export type GenesysRecord = Readonly<Record<string, unknown>>;

/** The state of a job or a query: it runs, its results can be read, or it has ended without any, and why. */
export type JobState = "running" | "ready" | { readonly ended: string };

export interface Page {
  readonly records: readonly GenesysRecord[];
  /** The mark of the next page; undefined behind the last. */
  readonly cursor: string | undefined;
}

/** The parts of an event that a record decides. */
export interface RecordEvent {
  /** The detail-type, with {id} in place of ids, and the same with them. */
  readonly topic: string;
  readonly topicName: string;
  readonly version: string;
  readonly time: Date;
  readonly body: GenesysRecord;
}

/** A kind of records that Genesys Cloud keeps, as data: how they are asked for, and which event one becomes. */
export interface Kind {
  readonly name: string;
  /** The permission of Genesys Cloud that the OAuth client needs. */
  readonly permission: string;
  /** The topics of events, with {id} in place of ids, whose loss these records make good. */
  readonly topics: RegExp;
  /** Records of one page. */
  readonly pageSize: number;
  /** Returns the parts that each day is asked for by, where one query does not give all. */
  parts?(cloud: GenesysCloud): Promise<readonly string[]>;
  /** Returns the moment up to which there are records; undefined where nobody says. */
  available?(cloud: GenesysCloud): Promise<Date | undefined>;
  /** Returns about how many records there are. */
  count?(cloud: GenesysCloud, unit: Unit): Promise<number | undefined>;
  /** Begins a job or a query, and returns its id. */
  begin(cloud: GenesysCloud, unit: Unit): Promise<string>;
  state(cloud: GenesysCloud, job: string): Promise<JobState>;
  page(cloud: GenesysCloud, job: string, cursor: string | undefined): Promise<Page>;
  /** Returns what tells a record from every other of its unit. */
  keyOf(record: GenesysRecord): string;
  /** Returns the time in which a record lasted, where records of several days overlap: its own day's job gives it surely. */
  began?(record: GenesysRecord): Date | undefined;
  eventOf(record: GenesysRecord, unit: Unit): RecordEvent;
}

/** Returns the text of a field; empty where it has none. */
export function textIn(record: GenesysRecord, field: string): string {
  const value = record[field];
  return typeof value === "string" ? value : "";
}

/** Returns the moment in a field; undefined where it has none. */
export function timeIn(record: GenesysRecord, field: string): Date | undefined {
  const time = new Date(textIn(record, field));
  return Number.isNaN(time.getTime()) ? undefined : time;
}

const recordsSchema = z.array(z.looseObject({})).nullish();
const pageSchema = z.looseObject({ cursor: z.string().nullish() });

/** Returns the shape of a page whose records stand in a field. */
export function pageOf(field: string): z.ZodType<Page> {
  return pageSchema.transform((page, context) => {
    const { data, error } = recordsSchema.safeParse(page[field]);
    if (error) context.addIssue({ code: "custom", path: [field], message: error.issues[0]?.message ?? "no list" });
    return { records: data ?? [], cursor: page.cursor || undefined };
  });
}
