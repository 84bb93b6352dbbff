import type * as z from "zod";
import { ISSUES } from "../aws/limits";
import { WITHOUT_COMPILING } from "../schema/parsing";
import type { Fault } from "../text/issue";
import type { IssueId } from "../text/issues";
import { nearest, suggestion } from "../text/nearest";
import { type Path, valueAt } from "../text/value";
import { CREDENTIAL_ADVICE } from "./credentials/advice";
import { belongsToProvider } from "./credentials/names";
import { placesOfKey } from "./key-places";
import { gathered } from "./misplaced";
import { type Keys, mistyped, numberMeant, show, wording } from "./schema-wording";

type SchemaIssue = z.core.$ZodIssue;

/** Parses the value and says in the user's words what the schema does not like. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): { data?: z.output<Schema>; faults: Fault[] } {
  const result = schema.safeParse(value, { error: wording, ...WITHOUT_COMPILING });
  if (result.success) return { data: result.data, faults: [] };
  return {
    faults: gathered(
      result.error.issues.flatMap((issue) => faults(issue, value)),
      value,
    ),
  };
}

function faults(issue: SchemaIssue, root: unknown, base: readonly PropertyKey[] = []): Fault[] {
  const path = [...base, ...issue.path].map((part) => (typeof part === "number" ? part : String(part)));
  const one = (id: IssueId, message = issue.message, atKey = false): Fault[] => [{ id, path, message, atKey }];
  if (issue.code === "invalid_union" && "discriminator" in issue) return discriminated(issue, root, path);
  if (issue.message.startsWith("is missing") && issue.code !== "invalid_union") return one("missing-key");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.slice(0, ISSUES + 1).map((key) => unknownKey(key, [...path, key], keysIn(issue)));
    case "invalid_union":
      return alternative(issue, root, path);
    case "invalid_key":
      return one("invalid-name", `${show(path.at(-1))} is no name here: it must be ${issue.issues[0]?.message}`, true);
    case "invalid_type":
      return one("wrong-type", mistyped(valueAt(root, path), issue.expected, String(path.at(-1))) ?? issue.message);
    case "invalid_format":
      return one("invalid-format", `${show(valueAt(root, path))} is not allowed; it must be ${issue.message}`);
    case "invalid_value":
      return one("unknown-value", numberMeant(valueAt(root, path), issue.values, String(path.at(-1))) ?? issue.message);
    case "too_big":
    case "too_small":
      return one("out-of-range");
    case "custom":
      return one("invalid-value").map((fault) => ({ ...fault, ...offsetOf(issue.params) }));
    default:
      return one("invalid-value");
  }
}

/** The character of a text that a schema's own check tells of. */
function offsetOf(params: Readonly<Record<string, unknown>> | undefined): Pick<Fault, "textOffset"> {
  return typeof params?.offset === "number" ? { textOffset: params.offset } : {};
}

/** The map's type is missing or unknown: with that go the faults of the type that was probably meant, told in one round. */
function discriminated(issue: z.core.$ZodIssueInvalidUnion, root: unknown, path: (string | number)[]): Fault[] {
  const id = issue.message.startsWith("is missing") ? "missing-key" : "unknown-value";
  const [meant = []] = issue.errors;
  return [{ id, path, message: issue.message }, ...meant.flatMap((inner) => faults(inner, root, path.slice(0, -1)))];
}

/** Returns the faults of the form that was meant, of several: the one with the fewest that are not about the whole. */
function alternative(issue: z.core.$ZodIssueInvalidUnion, root: unknown, path: (string | number)[]): Fault[] {
  const forms = issue.errors.filter((errors) =>
    errors.some(({ path, code }) => path.length > 0 || code !== "invalid_type"),
  );
  const [meant] = forms.sort((a, b) => distance(a) - distance(b));
  if (valueAt(root, path) === undefined) return [{ id: "missing-key", path, message: issue.message }];
  if (meant === undefined) return [{ id: "wrong-type", path, message: issue.message }];
  // A key of the form that was not meant is known, and yet cannot stand here.
  const elsewhere = forms.flatMap((errors) =>
    errors.flatMap((inner) => (inner.code === "unrecognized_keys" ? keysIn(inner).known : [])),
  );
  const found = meant.flatMap((inner): Fault[] => {
    if (inner.code !== "unrecognized_keys" || inner.path.length > 0) return faults(inner, root, path);
    const own = keysIn(inner);
    return inner.keys.map((key): Fault => {
      const here = [...path, key];
      if (!elsewhere.includes(key))
        return unknownKey(key, here, { ...own, known: [...new Set([...own.known, ...elsewhere])] });
      return {
        id: "unknown-key",
        path: here,
        atKey: true,
        message: `cannot stand beside ${own.known[0]}; keep one of the two`,
      };
    });
  });
  // The form has words of its own for a map that is nothing like it.
  const missing = found.find(({ id }) => id === "missing-key");
  const misspelt = found.some(({ message }) => message.includes("did you mean"));
  return missing && !misspelt && issue.message.startsWith("is missing")
    ? [{ ...missing, message: issue.message }]
    : found;
}

/** Counts what keeps a value from a form. A misspelt key counts once: it is also the one that is missing. */
function distance(errors: readonly SchemaIssue[]): number {
  return errors.reduce((sum, issue) => {
    if (issue.code !== "unrecognized_keys") return sum + 1;
    const { known } = keysIn(issue);
    return sum + issue.keys.filter((key) => nearest(key, known) === undefined).length;
  }, 0);
}

/** The keys that a map knows, as `wording` tells them. */
function keysIn(issue: { readonly message: string }): Keys {
  const keys: Keys = JSON.parse(issue.message);
  return keys;
}

function unknownKey(key: string, path: (string | number)[], { known, refused }: Keys): Fault {
  const near = nearest(key, known);
  if (near === undefined && belongsToProvider(key))
    return { id: "credential-in-file", path, atKey: true, message: CREDENTIAL_ADVICE };
  const message = Object.hasOwn(refused, key) ? refused[key] : undefined;
  return {
    id: "unknown-key",
    path,
    atKey: true,
    message: message ?? `is no key here${foreignLetters(key)}${advice(path, known)}`,
  };
}

/** The key that was meant, or the place where this one belongs, or all that there are. */
function advice(path: Path, known: readonly string[]): string {
  const key = String(path.at(-1));
  const near = nearest(key, known) ?? known.find((name) => key.length > 3 && name.endsWith(`_${key.toLowerCase()}`));
  if (near !== undefined) return `; did you mean ${near}?`;
  const place = placesOfKey(path);
  return place === undefined ? suggestion(key, known) : `; move it ${place}`;
}

/** Letters of another alphabet that look like the right ones. */
function foreignLetters(key: string): string {
  const letter = /[^ -~]/u.exec(key)?.[0];
  if (letter === undefined) return "";
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return ` (its ${letter} is U+${code}, a letter of another alphabet)`;
}
