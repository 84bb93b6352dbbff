/** An entry of the file that may have had other names in it before. */
export interface Renamed {
  readonly renamed_from?: string | readonly string[] | undefined;
}

/** Returns every name that an entry has had in the file, the oldest first and its own last. */
export function namesOf(key: string, { renamed_from = [] }: Renamed): readonly string[] {
  return [...(typeof renamed_from === "string" ? [renamed_from] : renamed_from), key];
}

/** Returns the name that an entry has in AWS: the first that it had, since most of what is made of it cannot be renamed. */
export function knownAs(key: string, entry: Renamed): string {
  return namesOf(key, entry)[0] ?? key;
}

/** Returns the name of a rule in AWS. */
export function ruleName(key: string, rule: Renamed & { readonly name?: string | undefined }): string {
  return rule.name ?? knownAs(key, rule);
}

/** Returns the id of a target in its rule, by the destination's key and keys and its own options. */
export function targetId(
  key: string,
  destination: Renamed,
  target: { readonly target_id?: string | undefined },
): string {
  return target.target_id ?? knownAs(key, destination);
}

/**
 * Returns what is composed of two entries, for every pair of names that they have had, the newest last. The order of the
 * others does not matter: the state holds one of them, and each leads to the next.
 */
export function composedOver(
  first: readonly string[],
  second: readonly string[],
  compose: (first: string, second: string) => string,
): readonly string[] {
  return first.flatMap((one) => second.map((other) => compose(one, other)));
}
