import { shapesAt, valuesBelow } from "../genesys/shapes";
import { type InputForm, logEvent, type Transformer } from "./transformer";

interface Branch {
  readonly children: Map<string, Branch>;
  /** The placeholder whose value stands here. */
  placeholder?: string;
}

/**
 * Keeps the paths, in their places in the event's structure, and drops everything else.
 *
 * EventBridge writes a placeholder without quotes as JSON of whatever type the value has. For a log group everything must
 * be text within the message, where EventBridge escapes no quotes, numbers come out as text, and a list or an object loses
 * the event: of an object its known values are kept one by one.
 *
 * @param topics the topics of the events that come, as far as the file says
 */
export function keepFields(
  paths: readonly string[],
  form: InputForm,
  topics: readonly string[] | undefined,
): Transformer {
  const input_paths: Record<string, string> = {};
  const root: Branch = { children: new Map() };
  const kept = form === "json" ? paths : paths.flatMap((path) => knownValues(path, topics) ?? path);
  for (const path of outermost(kept)) {
    const placeholder = placeholderName(path, input_paths);
    input_paths[placeholder] = `$.${path}`;
    let branch = root;
    for (const part of path.replaceAll("[", ".[").split(".")) {
      const next = branch.children.get(part) ?? { children: new Map() };
      branch.children.set(part, next);
      branch = next;
    }
    branch.placeholder = form === "json" ? `<${placeholder}>` : `"<${placeholder}>"`;
  }
  const body = render(root);
  return form === "log-event" ? logEvent(input_paths, body) : { input_paths, input_template: body };
}

/**
 * Returns the values of an object, path by path; undefined where it is none in the events of some topic that has it, or not all
 * of them are known.
 */
export function knownValues(path: string, topics: readonly string[] | undefined): readonly string[] | undefined {
  const values = new Set<string>();
  for (const topic of topics === undefined || topics.length === 0 ? [undefined] : topics) {
    const shapes = shapesAt(path, topic);
    if (shapes?.has("object") !== true && shapes?.has("absent") === true && shapes.size === 1) continue;
    const own = shapes?.has("object") && !shapes.has("value") ? valuesBelow(path, topic) : undefined;
    if (own === undefined) return undefined;
    for (const value of own) values.add(value);
  }
  return values.size === 0 ? undefined : [...values].sort();
}

/** Returns the paths sorted, without repeats, and without those that another path contains. */
function outermost(paths: readonly string[]): string[] {
  const sorted = [...new Set(paths)].sort();
  return sorted.filter((path) => !sorted.some((other) => path.startsWith(`${other}.`) || path.startsWith(`${other}[`)));
}

/**
 * Returns a name that is readable in a plan. EventBridge takes letters, digits, - and _, and reserves names that begin with AWS.
 */
export function placeholderName(path: string, taken: Readonly<Record<string, string>>): string {
  const name = path.replace(/^aws/i, "_$&").replace(/[^\w-]+/g, "_");
  let unique = name;
  for (let n = 2; unique in taken || unique === "log-time"; n++) unique = `${name}_${n}`;
  return unique;
}

function render(branch: Branch): string {
  if (branch.placeholder !== undefined) return branch.placeholder;
  const entries = [...branch.children];
  if (entries.every(([key]) => key.startsWith("["))) return `[${entries.map(([, child]) => render(child)).join(",")}]`;
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${render(child)}`).join(",")}}`;
}
