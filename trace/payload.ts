import type { TargetInput } from "../config/input/target-input";
import type { Transformer } from "../config/input/transformer";
import { eventValue, type StreamEvent } from "./event";

/** What EventBridge fills in by itself. */
export interface Surroundings {
  readonly ruleName: string;
  readonly ruleArn: string;
}

/** The text that a target gets. */
export function payload(input: TargetInput, event: StreamEvent, surroundings: Surroundings): string {
  switch (input.kind) {
    case "event":
      return JSON.stringify(event);
    case "constant":
      return input.input;
    case "path":
      return JSON.stringify(eventValue(event, input.path)) ?? "";
    case "transformer":
      return transformed(input.transformer, event, surroundings);
    default:
      return input satisfies never;
  }
}

const PLACEHOLDER = /<([A-Za-z0-9_.-]+)>/y;

/**
 * A template, filled in as EventBridge does: outside of quotes a value is written as JSON; within them a text is written as it
 * is, with its quotes unescaped, and anything else as JSON with them escaped. What is missing leaves nothing.
 */
function transformed({ input_paths, input_template }: Transformer, event: StreamEvent, around: Surroundings): string {
  let filled = "";
  let quoted = false;
  for (let at = 0; at < input_template.length; ) {
    PLACEHOLDER.lastIndex = at;
    const [whole = "", name = ""] = PLACEHOLDER.exec(input_template) ?? [];
    const variable = name === "" ? undefined : variableOf(name, input_paths, event, around);
    if (variable !== undefined) {
      filled += quoted ? within(variable.value) : (JSON.stringify(variable.value) ?? "");
      at += whole.length;
      continue;
    }
    const char = input_template.charAt(at);
    if (char === '"') quoted = !quoted;
    filled += char === "\\" ? input_template.slice(at, at + 2) : char;
    at += char === "\\" ? 2 : 1;
  }
  return filled;
}

/** Undefined where there is no such variable, so that the text stays as it is. */
function variableOf(
  name: string,
  paths: Readonly<Record<string, string>>,
  event: StreamEvent,
  { ruleName, ruleArn }: Surroundings,
): { readonly value: unknown } | undefined {
  const path = Object.hasOwn(paths, name) ? paths[name] : undefined;
  if (path !== undefined) return { value: eventValue(event, path) };
  const { detail, ...withoutDetail } = event;
  switch (name) {
    case "aws.events.rule-name":
      return { value: ruleName };
    case "aws.events.rule-arn":
      return { value: ruleArn };
    case "aws.events.event":
      return { value: withoutDetail };
    case "aws.events.event.json":
      return { value: event };
    case "aws.events.event.ingestion-time":
      // When EventBridge got it, which nobody knows before; an event's own time is a moment earlier.
      return { value: event.time };
    default:
      return undefined;
  }
}

function within(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value).replaceAll('"', '\\"');
}
