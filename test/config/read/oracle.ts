import { parse } from "@cdktn/hcl2json";

/** What Terraform's own parser makes of a file, as far as hcl2json tells. */
export interface Answer {
  readonly value?: unknown;
  /** `line:column` of the first syntax error. */
  readonly refusedAt?: string;
}

export async function ask(text: string): Promise<Answer> {
  try {
    return { value: await parse("dev.tfvars", text) };
  } catch (error) {
    const place = /dev\.tfvars:(\d+),(\d+)-/.exec(String(error));
    if (place === null) throw error;
    return { refusedAt: `${place[1]}:${place[2]}` };
  }
}

/**
 * Our value as hcl2json would write it. Its strings are templates, so it doubles the $ or % of every `${` and `%{` that
 * is mere text; one that it leaves alone is an expression, which no value of ours becomes equal to.
 */
export function asTemplates(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/([$%])\{/g, "$1$1{");
  return mapped(value, asTemplates, (key) => String(asTemplates(key)));
}

/** Without the names whose value is null: we read them as not set, hcl2json keeps them. */
export function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return mapped(value, withoutNulls);
  return mapped(Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null)), withoutNulls);
}

function mapped(value: unknown, change: (value: unknown) => unknown, rename = (key: string) => key): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [rename(key), change(inner)]));
}
