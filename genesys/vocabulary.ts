import { distance } from "fastest-levenshtein";
import { ENVELOPE_FIELDS } from "./envelope";
import { knownFields, topicsWithFields } from "./fields";

const names = new Set(
  [ENVELOPE_FIELDS, ...topicsWithFields.map(knownFields)].flatMap((fields) =>
    Object.keys(fields ?? {}).flatMap((path) => path.split(".")),
  ),
);
const byLowerCase = new Map([...names].map((name) => [name.toLowerCase(), name]));

/**
 * Returns the path that was probably meant, by names that known events of any topic have; undefined where nothing is like it.
 *
 * @param strict true if a letter more or less is a slip too, not only another case
 */
export function probablePath(path: string, strict: boolean): string | undefined {
  const parts = path.split(".");
  const meant = parts.map((part, n) => {
    const [name = "", ...indexes] = part.split("[");
    const near = names.has(name)
      ? name
      : (byLowerCase.get(name.toLowerCase()) ?? misspelt(name, strict && n === parts.length - 1));
    return [near ?? name, ...indexes].join("[");
  });
  const text = meant.join(".");
  return text === path ? undefined : text;
}

/**
 * Returns the known name that was meant. Short names differ by a letter anyway, and a longer one, such as a plural, is another
 * name.
 */
function misspelt(name: string, strict: boolean): string | undefined {
  if (!strict || name.length < 5) return undefined;
  const most = name.length < 9 ? 1 : 2;
  return [...names].find(
    (known) =>
      known.length > 4 &&
      Math.abs(known.length - name.length) < 2 &&
      !known.startsWith(name) &&
      !name.startsWith(known) &&
      distance(known, name) <= most,
  );
}
