import { isMap } from "../../config/read/tree";
import { own } from "../own";
import type { ConfigurationModule, WrittenModule, WrittenPlan } from "./schema";

/** What stands in place of a value that Terraform calls sensitive. */
export const SENSITIVE = "(sensitive value)";

/** The same, where it is not what it was before. */
export const OTHER_SENSITIVE = "(another sensitive value)";

/** Shorter texts occur everywhere: replacing them would only spoil the rest, and hint at what they are. */
const SHORTEST = 4;

/** The same plan without any value that is marked as sensitive, wherever else it occurs, be it within a policy's text. */
export function withoutSensitive(plan: WrittenPlan): WrittenPlan {
  const mask = new Mask();
  maskedPlan(plan, mask);
  return maskedPlan(plan, mask.knowing());
}

function maskedPlan(plan: WrittenPlan, mask: Mask): WrittenPlan {
  const { variables, planned_values, configuration } = plan;
  const declared: ConfigurationModule["variables"] = configuration.root_module?.variables ?? {};
  const changes = (written: WrittenPlan["resource_changes"]) =>
    written.map(({ change, ...resource }) => ({
      ...resource,
      change: {
        ...change,
        before: mask.of(change.before, change.before_sensitive),
        after: renewed(mask.of(change.after, change.after_sensitive), change.before, change.after),
      },
    }));
  return {
    ...plan,
    variables: Object.fromEntries(
      Object.entries(variables).map(([name, variable]) => [
        name,
        { ...variable, value: mask.of(variable.value, own(declared, name)?.sensitive === true) },
      ]),
    ),
    planned_values: {
      ...planned_values,
      root_module: planned_values.root_module && maskedModule(planned_values.root_module, mask),
    },
    resource_changes: changes(plan.resource_changes),
    resource_drift: changes(plan.resource_drift),
  };
}

/** Whether a hidden value changes must be seen, though neither is. */
function renewed(masked: unknown, before: unknown, after: unknown): unknown {
  if (masked === SENSITIVE) {
    const same = before === undefined || before === null || JSON.stringify(before) === JSON.stringify(after);
    return same ? masked : OTHER_SENSITIVE;
  }
  if (Array.isArray(masked) && Array.isArray(before) && Array.isArray(after)) {
    return masked.map((item, index) => renewed(item, before[index], after[index]));
  }
  if (!isMap(masked) || !isMap(before) || !isMap(after)) return masked;
  return Object.fromEntries(
    Object.entries(masked).map(([key, inner]) => [key, renewed(inner, own(before, key), own(after, key))]),
  );
}

function maskedModule(module: WrittenModule, mask: Mask): WrittenModule {
  return {
    ...module,
    resources: module.resources.map((resource) => {
      const values = mask.of(resource.values, resource.sensitive_values);
      return { ...resource, values: isMap(values) ? values : {} };
    }),
    child_modules: module.child_modules.map((child) => maskedModule(child, mask)),
  };
}

class Mask {
  readonly #seen = new Set<string>();

  constructor(readonly known: readonly string[] = []) {}

  /** One that also hides, anywhere, what this one has seen. */
  knowing(): Mask {
    // Within JSON a text is written with escapes, and within JSON in JSON once more.
    const escaped = (text: string) => JSON.stringify(text).slice(1, -1);
    const texts = [...this.#seen].flatMap((text) => [text, escaped(text), escaped(escaped(text))]);
    const long = [...new Set(texts)].filter(({ length }) => length >= SHORTEST);
    // The longest first, as one secret may be a part of another.
    return new Mask(long.sort((a, b) => b.length - a.length));
  }

  /** `marks` has the shape of the value, with true where something is sensitive. */
  of(value: unknown, marks: unknown): unknown {
    if (marks === true) {
      this.#remember(value);
      return value === null || value === undefined ? value : SENSITIVE;
    }
    if (typeof value === "string")
      return this.known.reduce((text, secret) => text.replaceAll(secret, SENSITIVE), value);
    if (Array.isArray(value)) {
      return value.map((item, index) => this.of(item, Array.isArray(marks) ? marks[index] : undefined));
    }
    if (!isMap(value)) return value;
    const parts = isMap(marks) ? marks : {};
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.of(inner, own(parts, key))]));
  }

  #remember(value: unknown): void {
    if (typeof value === "string") this.#seen.add(value);
    else if (typeof value === "object" && value !== null)
      Object.values(value).forEach((inner) => void this.#remember(inner));
  }
}
