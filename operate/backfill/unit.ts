import type { Span } from "./span";

/** The smallest work that is asked for by one job or query: records of one kind, of one day at most. */
export interface Unit extends Span {
  readonly kind: string;
  /** The part of the kind, such as the service of audits. */
  readonly part?: string;
}

/** Returns the name of a unit, which is the same in every run. */
export function unitId({ kind, part, from, to }: Unit): string {
  return [kind, ...(part === undefined ? [] : [part]), from.toISOString(), to.toISOString()].join(" ");
}
