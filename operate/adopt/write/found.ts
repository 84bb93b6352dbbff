/** An environment's file as far as an account says what is in it. */
export interface FoundEnvironment {
  readonly streams: Record<string, Record<string, unknown>>;
  readonly rules: Record<string, FoundRule>;
  readonly destinations: Record<string, Record<string, unknown>>;
  /** The names of the destinations by their ARNs. */
  readonly byArn: Map<string, string>;
  /** The words for what the file cannot say, or says otherwise than one might think. */
  readonly remarks: string[];
}

export interface FoundRule {
  readonly stream: string;
  readonly targets: Record<string, Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** Returns a name that a file may have, and that is not taken. */
export function freeName(wanted: string, taken: object, length: number): string {
  const name =
    wanted
      .replace(/[^A-Za-z0-9._-]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, length - 3) || "unnamed";
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!Object.hasOwn(taken, free)) return free;
  }
}
