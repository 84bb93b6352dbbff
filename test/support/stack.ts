import { Testing } from "cdktf";
import type { Environment } from "../../config/model";
import { EventStreamStack } from "../../stacks/event-stream";
import { environment } from "./environment";

type Attributes = Record<string, unknown>;
type Kinds = Record<string, Record<string, Attributes>>;

export interface Synthesized {
  readonly terraform: {
    readonly backend: Attributes;
    readonly required_providers: Attributes;
    readonly required_version: string;
  };
  readonly provider: Record<string, Attributes[]>;
  readonly data?: Kinds;
  readonly check?: Record<string, { readonly data: Kinds; readonly assert: Record<string, string>[] }>;
  readonly resource: Kinds;
  readonly output: Record<string, { readonly value: unknown }>;
}

export function stackOf(text: string, name = "dev"): EventStreamStack {
  return stackOfModel(environment(text, name));
}

function stackOfModel(model: Environment): EventStreamStack {
  const folders = { project: "/project", stack: `/project/cdktf.out/stacks/${model.name}` };
  return new EventStreamStack(Testing.app(), model, folders);
}

export function synthesizedOf(model: Environment): Synthesized {
  return JSON.parse(Testing.synth(stackOfModel(model), true));
}

export function synthesized(text: string, name = "dev"): Synthesized {
  return JSON.parse(Testing.synth(stackOf(text, name), true));
}

/** Returns one resource's attributes, without CDKTF's own notes. */
export function resource(stack: Synthesized, type: string, name?: string): Attributes {
  const kind = stack.resource[type] ?? {};
  const found = name === undefined ? Object.values(kind)[0] : kind[name];
  if (found === undefined) throw new Error(`the stack has no ${type} ${name ?? ""}`);
  const { "//": _, ...attributes } = found;
  return attributes;
}

/** Returns the block of HCL that makes one resource, indented for reading. */
export function hclOf(text: string, address: string): string {
  const lines = Testing.synthHcl(stackOf(text), true).split("\n");
  const [type, name] = address.split(".");
  const start = lines.indexOf(`resource "${type}" "${name}" {`);
  if (start === -1) throw new Error(`the stack has no ${address}`);
  const block: string[] = [];
  let depth = 0;
  for (const line of lines.slice(start)) {
    if (/^[}\]]/.test(line)) depth--;
    block.push("  ".repeat(depth) + line);
    if (/[{[]$/.test(line)) depth++;
    if (depth === 0) break;
  }
  return block.join("\n");
}

export function addresses(stack: Synthesized): string[] {
  const kinds = (prefix: string, of: Kinds = {}) =>
    Object.entries(of).flatMap(([type, names]) => Object.keys(names).map((name) => `${prefix}${type}.${name}`));
  return [...kinds("", stack.resource), ...kinds("data.", stack.data)].sort();
}
