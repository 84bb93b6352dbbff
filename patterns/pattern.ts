import type { Letters } from "./operators/letters";

export type Scalar = string | number | boolean | null;
export type Path = readonly (string | number)[];

/** An event pattern without `$or`: an event matches when any alternative does. */
export interface Pattern {
  readonly alternatives: readonly Alternative[];
}

/** The fields in the order in which they were written, each name once. */
export type Alternative = readonly Field[];

export interface Field {
  /** The names from the top of the event, joined with dots. */
  readonly name: string;
  /** The place in the pattern as written. */
  readonly path: Path;
  /** The tests, of which one must pass. */
  readonly tests: readonly Test[];
}

export interface Bound {
  readonly value: number;
  readonly inclusive: boolean;
}

/** The parameters of each kind of test. */
export interface Demands {
  literal: { readonly value: Scalar };
  prefix: { readonly text: string; readonly ignoringCase?: Letters };
  suffix: { readonly text: string; readonly ignoringCase?: Letters };
  "equals-ignore-case": { readonly text: string; readonly letters: Letters };
  /** The texts between the asterisks; the first begins the text, the last ends it. */
  wildcard: { readonly pieces: readonly string[]; readonly written: string };
  "anything-but": { readonly but: readonly DemandOf<Excludable>[] };
  /** The bounds, both the same for `=`. */
  numeric: { readonly lower?: Bound; readonly upper?: Bound };
  /** The bytes of an address, of which the first `bits` bits count. */
  cidr: { readonly block: readonly number[]; readonly bits: number; readonly written: string };
  exists: { readonly exists: boolean };
}

/** The kinds of test that `anything-but` can contain. */
export type Excludable = "literal" | "prefix" | "suffix" | "equals-ignore-case" | "wildcard";

export type Kind = keyof Demands;
export type DemandOf<K extends Kind> = { [Each in K]: { readonly kind: Each } & Demands[Each] }[K];
export type Demand = DemandOf<Kind>;
export type Test = Demand & {
  /** The place in the pattern as written. */
  readonly path: Path;
};
