/** One kind of thing that can be wrong with an environment file, for those who meet it for the first time. */
export interface IssueKind {
  /** The severity; `either` where it depends on what is known of the events or of the account. */
  readonly severity: "error" | "warning" | "either";
  /** The consequence, in a sentence. */
  readonly why: string;
  /** The way out. */
  readonly write: string;
}

/** Keeps the ids as a type, so that no other can be said. */
export function issueKinds<Id extends string>(kinds: Readonly<Record<Id, IssueKind>>) {
  return kinds;
}

export const error = (why: string, write: string): IssueKind => ({ severity: "error", why, write });
export const warning = (why: string, write: string): IssueKind => ({ severity: "warning", why, write });
export const either = (why: string, write: string): IssueKind => ({ severity: "either", why, write });
