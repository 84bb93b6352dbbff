/** A record of a topic, with the bytes that it has at most. */
export interface WrittenRecord {
  readonly topic: string;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
  readonly bytes: number;
}

/** An item of a table, by the names of its attributes, or those that an event lacks; or a record of a topic. */
export type Written =
  | { readonly item: Readonly<Record<string, unknown>> }
  | { readonly without: readonly string[] }
  | { readonly record: WrittenRecord; readonly doubt?: string };

/** An attribute of an item: the value at a path of the event, that as text or as a number, or the whole event as text. */
export interface FoundAttribute {
  readonly as: "event" | "number" | "text" | "value";
  readonly path: string;
  /** True where every item has it. */
  readonly always: boolean;
}

/** What whoever reads a destination finds: the whole event, or the attributes of an item by their names. */
export type Finds = "event" | Readonly<Record<string, FoundAttribute>>;
