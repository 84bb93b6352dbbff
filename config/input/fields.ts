import { type InputForm, logEvent, type Transformer } from "./transformer";

interface Branch {
  readonly children: Map<string, Branch>;
  /** The placeholder whose value stands here. */
  placeholder?: string;
}

/** Parts of the envelope that are no text, so that quotes around them would spoil them. */
const NOT_TEXT = new Set(["detail", "detail.eventBody", "detail.metadata", "resources"]);

/**
 * Keeps the paths and drops everything else; what stays has its place in the event's structure.
 *
 * EventBridge writes a placeholder without quotes as JSON of whatever type the value has. For a log group everything must
 * be text within the message, where EventBridge escapes no quotes and numbers come out as text.
 */
export function keepFields(paths: readonly string[], form: InputForm): Transformer {
  const input_paths: Record<string, string> = {};
  const root: Branch = { children: new Map() };
  for (const path of outermost(paths)) {
    const placeholder = placeholderName(path, input_paths);
    input_paths[placeholder] = `$.${path}`;
    let branch = root;
    for (const part of path.replaceAll("[", ".[").split(".")) {
      const next = branch.children.get(part) ?? { children: new Map() };
      branch.children.set(part, next);
      branch = next;
    }
    branch.placeholder = NOT_TEXT.has(path) || form === "json" ? `<${placeholder}>` : `"<${placeholder}>"`;
  }
  const body = render(root);
  return form === "log-event" ? logEvent(input_paths, body) : { input_paths, input_template: body };
}

/** Sorted, without repeats, and without what another path holds already. */
function outermost(paths: readonly string[]): string[] {
  const sorted = [...new Set(paths)].sort();
  return sorted.filter((path) => !sorted.some((other) => path.startsWith(`${other}.`) || path.startsWith(`${other}[`)));
}

/** Readable in a plan; EventBridge takes letters, digits, - and _, and keeps names that begin with AWS to itself. */
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
