import type { Bus } from "./bus";

/** The parts of events that are looked at: the names of members, each whole, or by the members of its own. */
export interface Wanted {
  isWhole: boolean;
  readonly members: Map<string, Wanted>;
}

/** Values that templates have of the whole event, of which none of its parts can be left out. */
const WHOLE = /<aws\.events\.event(?:\.json)?>/;

/** Returns the parts of events that a summary looks into, on any of these buses; undefined where that is all. */
export function wantedOn(buses: readonly Bus[]): Wanted | undefined {
  const root: Wanted = { isWhole: false, members: new Map() };
  const want = (parts: readonly string[]) => {
    let at = root;
    for (const part of parts) {
      const next = at.members.get(part) ?? { isWhole: false, members: new Map() };
      at.members.set(part, next);
      at = next;
    }
    at.isWhole = true;
  };
  const wantPath = (path: string) => want(path.replace(/^\$/, "").match(/[^.[\]]+/g) ?? []);
  for (const name of ["detail-type", "source", "account", "region", "time"]) want([name]);
  for (const { topicField, rules } of buses) {
    wantPath(topicField);
    for (const { pattern, targets } of rules) {
      for (const field of pattern.alternatives.flat()) want(field.name.split("."));
      for (const { input, required } of targets) {
        for (const { path } of required) wantPath(path);
        if (input.kind === "path") wantPath(input.path);
        if (input.kind !== "transformer") continue;
        if (WHOLE.test(input.transformer.input_template)) return undefined;
        for (const path of Object.values(input.transformer.input_paths)) wantPath(path);
      }
    }
  }
  const isOdd = ({ members }: Wanted): boolean => members.has("__proto__") || [...members.values()].some(isOdd);
  return root.isWhole || isOdd(root) ? undefined : root;
}
