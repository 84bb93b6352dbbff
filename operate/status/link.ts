import type { Look } from "./look";

/**
 * What is said of one thing: it is as it should be; it differs, and events go on; events are lost or late, or were; nobody could look; nobody
 * wanted to look, or it cannot be looked at before something else is there.
 */
export type Verdict = "ok" | "warning" | "broken" | "unknown" | "skipped";

/** What was found of one thing, such as one rule. */
export interface Check {
  /** The thing in the words of the file, such as `rule oauth-client-deleted`. */
  readonly subject: string;
  readonly verdict: Verdict;
  /** What is there, or what is wrong with it. */
  readonly what: string;
  /** What to do about it; there for whatever is broken, differs or is unknown. */
  readonly remedy?: string;
  /** What was counted, by a stable name. */
  readonly numbers?: Readonly<Record<string, number>>;
}

/** One link of the chain from a sender to a destination: it looks at one sort of thing in the account. */
export interface Link {
  /** A stable name. */
  readonly id: string;
  /** Its name as people read it. */
  readonly title: string;
  /** Looks at everything of this sort. What it throws of AWS or Genesys Cloud is said as unknown. */
  check(look: Look): Promise<readonly Check[]>;
}

export const ok = (subject: string, what: string, numbers?: Check["numbers"]): Check => ({
  subject,
  verdict: "ok",
  what,
  ...(numbers && { numbers }),
});
export const broken = (subject: string, what: string, remedy: string): Check => ({
  subject,
  verdict: "broken",
  what,
  remedy,
});
export const warning = (subject: string, what: string, remedy: string): Check => ({
  subject,
  verdict: "warning",
  what,
  remedy,
});
export const unknown = (subject: string, what: string, remedy: string): Check => ({
  subject,
  verdict: "unknown",
  what,
  remedy,
});
export const skipped = (subject: string, what: string): Check => ({ subject, verdict: "skipped", what });
