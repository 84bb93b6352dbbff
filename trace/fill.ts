import { isTextTemplate, type Piece, pieces } from "../input/pieces";
import { isJson, RESERVED } from "../input/template";
import type { Transformer } from "../input/transformer";
import { eventValue, type StreamEvent } from "./event";
import type { Payload, Surroundings } from "./payload";

/**
 * Fills in a template as EventBridge was recorded to do (localstack's tests against AWS, test_events_inputs, 2025-10): outside of
 * quotes a value is written as JSON, and "" where the event has none. Within quotes a text is written as it is, with no escape,
 * and nothing where there is none; a list or an object loses its quotes in a text template, and in a JSON template nothing at all is
 * delivered. What is no JSON then is not delivered either.
 */
export function filled(transformer: Transformer, event: StreamEvent, around: Surroundings): Payload {
  const { input_template: template, input_paths: paths } = transformer;
  const ofText = isTextTemplate(template);
  const cut = cutOf(transformer);
  let text = "";
  let isIntact = cut.isJson;
  const breaking: string[] = [];
  for (const piece of cut.pieces) {
    const variable = piece.kind === "text" ? undefined : variableOf(piece.name, paths, event, around);
    if (piece.kind === "text") text += piece.text;
    else if (variable === undefined) text += `<${piece.name}>`;
    else if (!piece.quoted) text += JSON.stringify(variable.value ?? "");
    else {
      const inner = within(variable.value);
      const named = `<${piece.name}>${path(paths, piece.name)}`;
      const structure = isStructure(variable.value);
      if (structure && !ofText && inner.includes('"')) {
        const kind = Array.isArray(variable.value) ? "a list" : "an object";
        return { lost: `${named} is ${kind} and stands within quotes, for which EventBridge delivers nothing` };
      }
      const written = structure ? inner.replaceAll('"', "") : inner;
      text += written;
      if (!BREAKING.test(written)) continue;
      isIntact = false;
      if (!structure && !isJson(`"${inner}"`)) breaking.push(named);
    }
  }
  if (isIntact) return { text, isJson: true };
  if (ofText) return { text };
  if (isJson(text)) return { text, isJson: true };
  const why =
    breaking.length > 0
      ? `${breaking.join(" and ")} with a quote, a backslash or a line break in it`
      : "what is filled in";
  return { lost: `${why} makes what is no JSON, for which EventBridge delivers nothing` };
}

const path = (paths: Readonly<Record<string, string>>, name: string) =>
  Object.hasOwn(paths, name) ? ` (${paths[name]})` : "";

/** The characters that may end a text of JSON before its end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has none of them in texts
const BREAKING = /["\\\u0000-\u001f]/;

/** A template in pieces. */
interface Cut {
  readonly pieces: readonly Piece[];
  /** True where it is JSON with any values outside of quotes, and any text within quotes that has nothing breaking. */
  readonly isJson: boolean;
}

type Placeholder = Extract<Piece, { readonly kind: "placeholder" }>;

const cuts = new WeakMap<Transformer, Cut>();

/** Returns a template's pieces. Kept, as each transformer is filled in for many events. */
function cutOf(transformer: Transformer): Cut {
  const known = cuts.get(transformer);
  if (known !== undefined) return known;
  const all = pieces(transformer.input_template);
  const isValue = (name: string) => Object.hasOwn(transformer.input_paths, name) || RESERVED.includes(name);
  // Wherever these stand in JSON, any other value or letter may stand.
  const stands = ({ name, quoted }: Placeholder) => (isValue(name) ? (quoted ? "z" : "[]") : `<${name}>`);
  const made = {
    pieces: all,
    isJson: isJson(all.map((piece) => ("text" in piece ? piece.text : stands(piece))).join("")),
  };
  cuts.set(transformer, made);
  return made;
}

/** Returns a variable's value; undefined where there is no such variable, so that the text stays as it is. */
function variableOf(
  name: string,
  paths: Readonly<Record<string, string>>,
  event: StreamEvent,
  around: Surroundings,
): { readonly value: unknown } | undefined {
  const inEvent = Object.hasOwn(paths, name) ? paths[name] : undefined;
  if (inEvent !== undefined) return { value: eventValue(event, inEvent) };
  switch (name) {
    case "aws.events.rule-name":
      return { value: around.ruleName };
    case "aws.events.rule-arn":
      return { value: around.ruleArn };
    case "aws.events.event":
      return { value: envelope(event) };
    case "aws.events.event.json":
      return { value: event };
    case "aws.events.event.ingestion-time":
      // The time when EventBridge got it is not known before; an event's own time is a moment earlier.
      return { value: event.time };
    default:
      return undefined;
  }
}

/** Returns the event without its detail, under the names and in the order that EventBridge was recorded to write. */
function envelope(event: StreamEvent): Record<string, unknown> {
  const { id, account, "detail-type": detailType, time, source, region, resources, version, detail, ...more } = event;
  return { id, account, detailType, time, source, region, resources, version, ...more };
}

const isStructure = (value: unknown): value is object => typeof value === "object" && value !== null;

function within(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
