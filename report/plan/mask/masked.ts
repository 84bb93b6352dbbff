import { isMap } from "../../../text/value";
import { own } from "../../own";
import { SENSITIVE, type Secrets } from "./secrets";

/** Calls back with every value that is marked; `marks` has the shape of the value, with true where something is sensitive. */
export function eachMarked(value: unknown, marks: unknown, secret: (value: unknown) => void): void {
  if (marks === true) secret(value);
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const mark: unknown = Array.isArray(marks) ? marks[index] : undefined;
      eachMarked(item, mark, secret);
    }
  } else if (isMap(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const marked = credentialMarks(key, value) ?? own(isMap(marks) ? marks : {}, key);
      eachMarked(inner, marked, secret);
    }
  }
}

/** A value without what is marked, and without copies of any secret, be they in its names. */
export function masked(value: unknown, marks: unknown, secrets: Secrets, depth = 0): unknown {
  if (marks === true) return value === null || value === undefined ? value : SENSITIVE;
  if (typeof value === "string") return secrets.text(value);
  if (typeof value === "number") return secrets.number(value);
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      masked(item, Array.isArray(marks) ? marks[index] : undefined, secrets, depth + 1),
    );
  }
  if (!isMap(value)) return value;
  const parts = isMap(marks) ? marks : {};
  const entries = new Map<string, unknown>();
  for (const [key, inner] of Object.entries(value)) {
    const marked = credentialMarks(key, value) ?? own(parts, key);
    // The names of attributes are the provider's.
    entries.set(depth === 0 ? key : free(secrets.text(key), entries), masked(inner, marked, secrets, depth + 1));
  }
  return Object.fromEntries(entries);
}

/** Returns a name that is not taken, so that two hidden names stay two. */
function free(name: string, taken: ReadonlyMap<string, unknown>): string {
  let [free, count] = [name, 1];
  while (taken.has(free)) free = `${name} ${++count}`;
  return free;
}

/** Marks what is a secret though old versions of providers do not: credentials of connections and of Secrets Manager. */
function credentialMarks(key: string, { is_value_secret }: Readonly<Record<string, unknown>>): unknown {
  if (key === "api_key") return [{ value: true }];
  const named = /^(?:client_secret|password|secret_binary|secret_string)$/.test(key);
  return named || (key === "value" && is_value_secret === true) ? true : undefined;
}
