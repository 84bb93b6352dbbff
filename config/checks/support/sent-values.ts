import { TRANSFORMER_PATHS } from "../../../aws/limits";
import { destinationType } from "../../../destinations";
import { pathFaults } from "../../../input/event-paths";
import { knownValues } from "../../../input/fields";
import { isTextTemplate, pieces } from "../../../input/pieces";
import type { ValueUse } from "../../../input/value-use";
import type { Fault } from "../../../text/issue";
import type { Path } from "../../../text/value";
import type { Destination, Target } from "../../model";
import { targetInput } from "../../target-input";

const LOST = "EventBridge delivers nothing where a list or an object stands within quotes";

export const WITHIN_QUOTES: ValueUse = { noun: "that text", required: false, structure: { fate: LOST } };
const IN_TEMPLATE: ValueUse = {
  ...WITHIN_QUOTES,
  structure: { fate: LOST, advice: "make the variable a value of its own" },
};
const IN_LOG: ValueUse = {
  noun: "the message",
  required: false,
  structure: {
    fate: "EventBridge delivers nothing, since the message of a log event is a text and this would stand within its quotes",
    advice: "send the whole event",
  },
};

/** Finds values of the event that get lost on their way, each at its place in what a target sends. */
export function sentValueFaults(
  target: Target,
  destination: Destination,
  topics: readonly string[],
  path: Path,
): Fault[] {
  const { fields = [], variables = {}, template, input_path } = target;
  const { input: form } = destinationType(destination.type);
  const quoted = form === "own" || template === undefined ? new Set<string>() : quotedNames(target, form);
  const isLog = form === "log-event";
  return [
    ...pathFaults(input_path, topics, [...path, "input_path"]),
    ...fields.flatMap((field) => fieldFaults(field, topics, [...path, "fields"], isLog)),
    ...(isLog ? tooMany(target, topics, [...path, "fields"]) : []),
    ...Object.entries(variables).flatMap(([name, value]) => {
      const use = quoted.has(name) ? (isLog ? IN_LOG : IN_TEMPLATE) : undefined;
      return pathFaults(value, topics, [...path, "variables", name], use);
    }),
    ...["aws.events.event", "aws.events.event.json"]
      .filter((name) => quoted.has(name))
      .map((name): Fault => {
        const instead = isLog ? "leave template out, and the whole event is sent" : "make it a value of its own";
        const message = `has <${name}> within a text, where EventBridge fills in nothing; ${instead}`;
        return { id: "event-within-text", path: [...path, "template"], message };
      }),
  ];
}

function fieldFaults(field: string, topics: readonly string[], path: Path, isLog: boolean): Fault[] {
  const values = isLog ? knownValues(field, topics) : undefined;
  if (values === undefined) return pathFaults(field, topics, path, isLog ? IN_LOG : undefined);
  const message = `${field} is an object, of which a log group gets as text what is known of it and nothing else: ${values.join(", ")}; write those that you want, or send the whole event`;
  return [{ id: "known-values-only", severity: "warning", path, message }];
}

function tooMany(target: Target, topics: readonly string[], path: Path): Fault[] {
  const sent = target.fields === undefined ? undefined : targetInput(target, "log-event", topics);
  const count = sent?.kind === "transformer" ? Object.keys(sent.transformer.input_paths).length : 0;
  if (count <= TRANSFORMER_PATHS) return [];
  const message = `${count} values, the time of the log event among them, EventBridge allows ${TRANSFORMER_PATHS}; write fewer`;
  return [{ id: "too-many-variables", path, message }];
}

/**
 * The variables that stand within quotes; in a template that is one text they lose no event, but the whole event is not filled
 * in.
 */
function quotedNames(target: Target, form: "json" | "log-event"): Set<string> {
  const sent = targetInput(target, form);
  if (sent.kind !== "transformer") return new Set();
  const { input_template } = sent.transformer;
  const names = pieces(input_template).flatMap((piece) =>
    piece.kind === "placeholder" && piece.quoted ? [piece.name] : [],
  );
  return new Set(isTextTemplate(input_template) ? names.filter((name) => name.startsWith("aws.events.event")) : names);
}
