import { isMap } from "../../text/value";
import { own } from "../own";
import { parsedJson, type Resource } from "../resources/resource";
import { OTHER_SENSITIVE } from "./mask";

export interface Difference {
  /** `input_transformer[0].input_paths.id`; `event_pattern` goes on below its JSON. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export const NOTHING = "nothing";
export const LATER = "(known after the apply)";

/** The attributes that the provider writes and that another attribute says already. */
const REPEATED = new Set(["tags_all"]);

/** Returns what is not the same before and after, part by part, also within texts of JSON. */
export function differences(before: Resource | undefined, after: Resource | undefined): Difference[] {
  const keys = new Set([
    ...Object.keys(before?.values ?? {}),
    ...Object.keys(after?.values ?? {}),
    ...Object.keys(after?.unknown ?? {}),
  ]);
  return [...keys]
    .filter((key) => !REPEATED.has(key))
    .sort()
    .flatMap((key) =>
      compare(key, own(before?.values ?? {}, key), own(after?.values ?? {}, key), own(after?.unknown ?? {}, key)),
    );
}

function compare(path: string, before: unknown, after: unknown, unknown: unknown): Difference[] {
  if (unknown === true) return [{ path, before: words(before), after: LATER }];
  const [a, b] = [opened(before), opened(after)];
  if (isEmpty(a) && isEmpty(b)) return [];
  if (Array.isArray(a) && Array.isArray(b)) return lists(path, a, b, unknown);
  if (isMap(a) && isMap(b)) {
    const parts = isMap(unknown) ? unknown : {};
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
    return keys.flatMap((key) => compare(`${path}.${key}`, own(a, key), own(b, key), own(parts, key)));
  }
  return JSON.stringify(a) === JSON.stringify(b) && b !== OTHER_SENSITIVE
    ? []
    : [{ path, before: words(a), after: words(b) }];
}

/** Compares lists: of plain values, what came and what went; of blocks, each by its place. */
function lists(path: string, before: readonly unknown[], after: readonly unknown[], unknown: unknown): Difference[] {
  const plain = [...before, ...after].every((item) => typeof item !== "object");
  if (!plain) {
    const longest = Math.max(before.length, after.length);
    return Array.from({ length: longest }, (_, index) =>
      compare(`${path}[${index}]`, before[index], after[index], Array.isArray(unknown) ? unknown[index] : undefined),
    ).flat();
  }
  const [old, now] = [new Set(before), new Set(after)];
  const gone = before.filter((item) => !now.has(item)).map((item) => ({ path, before: words(item), after: NOTHING }));
  const come = after.filter((item) => !old.has(item)).map((item) => ({ path, before: NOTHING, after: words(item) }));
  return [...gone, ...come];
}

function opened(value: unknown): unknown {
  return typeof value === "string" && /^\s*[[{]/.test(value) ? (parsedJson(value) ?? value) : value;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function words(value: unknown): string {
  if (isEmpty(value)) return NOTHING;
  return typeof value === "string" ? value : JSON.stringify(value);
}
