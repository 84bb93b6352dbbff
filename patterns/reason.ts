import { shown } from "./json";
import { describe } from "./operators";
import type { Field, Path, Scalar } from "./pattern";

/** The reason why an event does not match: the first field that is not as the pattern wants it. */
export type Reason = Wanted & Difference;

interface Wanted {
  /** The field, by the names from the top of the event, joined with dots. */
  readonly name: string;
  /** The place in the pattern that asks for it. */
  readonly path: Path;
  /** The wanted values, such as `"Delete" or a text that begins with "x"`. */
  readonly wanted: string;
}

export type Difference =
  | { readonly kind: "missing" }
  /** A field with other values, or with some where none is wanted. */
  | { readonly kind: "differs" | "present"; readonly found: readonly Scalar[] }
  /** An object or list in place of a value: patterns look at values only. `within` names one that it holds, if there is any. */
  | { readonly kind: "object-not-value"; readonly what: "object" | "list"; readonly within: string | undefined }
  /** A field that is as wanted, as the other one is, or else those before it, but not in one element of a list. */
  | { readonly kind: "other-element"; readonly other: string | undefined };

export function reason({ name, path, tests }: Field, difference: Difference): Reason {
  return { name, path, wanted: listed(tests.map(describe), "or"), ...difference };
}

const LISTED = 3;

/** Returns a sentence such as `detail.eventBody.action is "Update"; the rule wants "Delete"`. */
export function reasonText(reason: Reason): string {
  const { name } = reason;
  const wanted = `the rule wants ${reason.wanted}`;
  switch (reason.kind) {
    case "missing":
      return `${name} is missing; ${wanted}`;
    case "differs":
    case "present": {
      const verb = reason.found.length === 1 ? "is" : "has";
      return `${name} ${verb} ${listed(reason.found.map(shown), "and")}; ${wanted}`;
    }
    case "object-not-value": {
      const what = reason.what === "object" ? "an object" : "a list";
      if (reason.within === undefined) return `${name} is ${what} without values; ${wanted}`;
      const objects = reason.what === "object" ? what : `${what} of objects`;
      return `${name} is ${objects}; patterns look at values only, such as ${reason.within}`;
    }
    case "other-element": {
      const other = reason.other ?? "all that stands before it in the rule";
      return `${name} is as the rule wants it, but not in the same element of a list as ${other}`;
    }
  }
}

function listed(texts: readonly string[], conjunction: "and" | "or"): string {
  const rest = texts.length - LISTED;
  const all = rest > 0 ? [...texts.slice(0, LISTED), `${rest} more`] : texts;
  const last = all.length - 1;
  return all.length < 2 ? all.join() : `${all.slice(0, last).join(", ")} ${conjunction} ${all[last]}`;
}
