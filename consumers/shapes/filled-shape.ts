import { pieces } from "../../input/pieces";
import type { Transformer } from "../../input/transformer";
import { jsonIn } from "../../text/value";
import { atPath } from "./at-path";
import { constantShape, tuple } from "./constant-shape";
import { ANYTHING, anyOf, exactly, type Shape, TEXT } from "./shape";

/** The values of a template's variables. */
type Variables = (name: string) => Shape | undefined;

/** Characters of no language (Unicode, private use area), between which stands a variable's name: a value, or part of a text. */
const VALUE = "\ue000";
const PART = "\ue001";

/** Returns the shape of a template that is filled in from an event: a value alone has its own kind, "" where there is none, and within quotes it is text. */
export function filledShape(transformer: Transformer, event: Shape, ruleName: string): Shape {
  const { input_template: template, input_paths: paths } = transformer;
  const variables: Variables = (name) =>
    Object.hasOwn(paths, name) ? alone(event, paths[name] ?? "") : reserved(name, event, ruleName);
  return templateShape(template, variables);
}

function templateShape(template: string, variables: Variables): Shape {
  const marked = pieces(template).map((piece) => {
    if (piece.kind === "text") return piece.text;
    if (variables(piece.name) === undefined) return `<${piece.name}>`;
    return piece.quoted ? `${PART}<${piece.name}>${PART}` : `"${VALUE}${piece.name}${VALUE}"`;
  });
  return markedShape(jsonIn(marked.join("")), variables);
}

function markedShape(value: unknown, variables: Variables): Shape {
  if (Array.isArray(value)) return tuple(value.map((inner) => markedShape(inner, variables)));
  if (typeof value === "object" && value !== null)
    return exactly(
      Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, markedShape(inner, variables)])),
    );
  if (typeof value !== "string") return constantShape(value);
  if (value.startsWith(VALUE)) return variables(value.slice(1, -1)) ?? ANYTHING;
  return value.includes(PART) ? textShape(value.replaceAll(PART, ""), variables) : constantShape(value);
}

/** Returns the shape of a text that is filled in; a log event's message is JSON within JSON. */
function textShape(text: string, variables: Variables): Shape {
  const inner = /^\s*[{[]/.test(text) ? templateShape(text, variables) : ANYTHING;
  if (inner.type === undefined) {
    const filled = pieces(text).flatMap((piece) => (piece.kind === "text" ? [] : (variables(piece.name) ?? [])));
    const personal = filled.map(personalIn).find((kind) => kind !== undefined);
    return personal === undefined ? TEXT : { ...TEXT, "x-personal": personal };
  }
  return { ...TEXT, contentMediaType: "application/json", contentSchema: inner };
}

/** Returns what a value says of people; undefined where nothing is known. */
function personalIn({ "x-personal": personal, anyOf: either = [] }: Shape): Shape["x-personal"] {
  return personal || either.map(personalIn).find((kind) => kind !== undefined);
}

function alone(event: Shape, path: string): Shape {
  const found = atPath(event, path);
  if (found === undefined) return { const: "" };
  return found.sure ? found.shape : anyOf([found.shape, { const: "" }]);
}

/** Returns what EventBridge fills in by itself. */
function reserved(name: string, event: Shape, ruleName: string): Shape | undefined {
  switch (name) {
    case "aws.events.rule-name":
      return { const: ruleName };
    case "aws.events.rule-arn":
      return TEXT;
    case "aws.events.event":
      return envelope(event);
    case "aws.events.event.json":
      return event;
    case "aws.events.event.ingestion-time":
      return { type: "string", format: "date-time" };
    default:
      return undefined;
  }
}

function envelope({ properties = {} }: Shape): Shape {
  const { detail: _, "detail-type": detailType = TEXT, ...rest } = properties;
  const all = { ...rest, detailType };
  return { type: "object", properties: all, required: Object.keys(all) };
}
