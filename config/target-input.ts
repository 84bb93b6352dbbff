import { destinationType } from "../destinations";
import { keepFields } from "../input/fields";
import { fillTemplate, isJson } from "../input/template";
import type { InputForm, Transformer } from "../input/transformer";
import type { Destination, Target } from "./model";

export const INPUT_OPTIONS = ["fields", "template", "input_path", "input"] as const;

/** The content that a target sends: the event, or something instead of it. */
export type TargetInput =
  | { readonly kind: "event" }
  | { readonly kind: "constant"; readonly input: string }
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "transformer"; readonly transformer: Transformer };

/**
 * Returns what a target of a rule sends to a destination: its own choice, or what the destination's type composes.
 *
 * @param topics of the rule's events, as far as the file says
 */
export function inputFor(destination: Destination, target: Target, topics: readonly string[] | undefined): TargetInput {
  const type = destinationType(destination.type);
  const member = type.wraps?.(destination);
  if (type.input !== "own") {
    const sent = targetInput(target, type.input, topics);
    return member === undefined ? sent : wrapped(member, sent);
  }
  return type.transformer === undefined
    ? { kind: "event" }
    : { kind: "transformer", transformer: type.transformer(destination) };
}

/** Returns what is sent as the only member of an object. */
function wrapped(member: string, sent: TargetInput): TargetInput {
  const within = (json: string) => `{${JSON.stringify(member)}:${json}}`;
  switch (sent.kind) {
    case "constant":
      return { kind: "constant", input: within(sent.input) };
    case "event":
      return transformed({}, within("<aws.events.event.json>"));
    case "path":
      return transformed({ [member]: sent.path }, within(`<${member}>`));
    case "transformer":
      return transformed(sent.transformer.input_paths, within(sent.transformer.input_template));
    default:
      return sent satisfies never;
  }
}

const transformed = (input_paths: Transformer["input_paths"], input_template: string): TargetInput => ({
  kind: "transformer",
  transformer: { input_paths, input_template },
});

export function targetInput(
  target: Pick<Target, (typeof INPUT_OPTIONS)[number] | "variables">,
  form: InputForm,
  topics?: readonly string[],
): TargetInput {
  const { fields, template, variables, input, input_path } = target;
  if (fields !== undefined) return { kind: "transformer", transformer: keepFields(fields, form, topics) };
  if (template !== undefined)
    return { kind: "transformer", transformer: fillTemplate(template, variables ?? {}, form) };
  if (input !== undefined) return { kind: "constant", input: constant(input) };
  if (input_path !== undefined) return { kind: "path", path: `$.${input_path}` };
  return { kind: "event" };
}

/** A text that is JSON goes out as that JSON, as EventBridge wants its Input, and any other as a JSON text. */
function constant(input: NonNullable<Target["input"]>): string {
  return typeof input === "string" && isJson(input) ? input : JSON.stringify(input);
}
