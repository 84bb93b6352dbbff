import { suggestion } from "../../../text/nearest";
import { joined } from "../../../text/words";

/** Environments that are deployed side by side, after those of the stage before. */
export type Stage = readonly string[];

/** Words in names of environments, from those that are tried first to those that people depend on. */
const RANKS: readonly RegExp[] = [/dev|sandbox|play/i, /test|qa|int\b/i, /stag|uat|pre/i];
const LAST = /prod|live/i;

/** Returns the order that names suggest, one environment a stage: development first, production last. */
export function usualOrder(names: readonly string[]): readonly Stage[] {
  const rank = (name: string) => {
    const found = RANKS.findIndex((words) => words.test(name));
    if (found !== -1) return found;
    return LAST.test(name) ? RANKS.length + 1 : RANKS.length;
  };
  return names.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1)).map((name) => [name]);
}

/**
 * Reads an order such as `dev,staging,north+south`.
 *
 * @param names every environment there is
 * @returns what is wrong with it where it does not name each of them once
 */
export function orderOf(written: string, names: readonly string[]): readonly Stage[] | string {
  const stages = written.split(",").map((stage) => stage.split("+").map((name) => name.trim()));
  const ordered = stages.flat();
  const unknown = ordered.find((name) => !names.includes(name));
  if (unknown !== undefined) return `--order: there is no environment "${unknown}"${suggestion(unknown, names)}`;
  const twice = ordered.find((name, index) => ordered.indexOf(name) !== index);
  if (twice !== undefined) return `--order names ${twice} twice; name each environment once`;
  const missing = names.filter((name) => !ordered.includes(name));
  return missing.length === 0 ? stages : `--order leaves out ${joined(missing)}, which would never be deployed`;
}
