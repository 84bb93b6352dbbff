import type { Envelope } from "../../../genesys/envelope";
import { knownPath } from "../../../genesys/fields";
import { listed } from "../../../genesys/listed";
import { isOf } from "../../../genesys/topics";
import { pathAdvice } from "../../../input/event-paths";
import { shown } from "../../../patterns/json";
import { describe, passing } from "../../../patterns/operators";
import type { Field, Test } from "../../../patterns/pattern";
import type { Fault } from "../../../text/issue";
import { nearest } from "../../../text/nearest";
import type { Draft } from "../../model";
import { type Selection, sentTopics } from "../../rule-view";
import { misspeltValue } from "./misspelt-values";
import { partsOf, textOf, valueInAnotherCase } from "./values";

/** Finds what a pattern asks for and no event has: certain of what EventBridge itself writes, likely of what Genesys Cloud does. */
export function neverMatches(draft: Draft, view: Selection): Fault[] {
  const sender = view.type?.sender ?? "Genesys Cloud";
  const fields = new Map(view.alternatives.flat().map((field) => [JSON.stringify(field.path), field]));
  return [...fields.values()].flatMap((field) => {
    const found =
      notAPath(field) ??
      ofResources(field, sender) ??
      placeholders(field, view.envelope) ??
      fixedValue(draft, view, field) ??
      fromKnownEvents(view, field) ??
      ofKnownValues(view, field);
    return found === undefined
      ? []
      : [{ ...found, severity: "warning", path: [...view.path, "pattern", ...field.path], atKey: true }];
  });
}

function ofKnownValues({ topics = [], envelope }: Selection, field: Field): Found | undefined {
  if (!envelope.catalogued) return undefined;
  return valueInAnotherCase(field, topics) ?? misspeltValue(field, topics);
}

type Found = Pick<Fault, "id" | "message">;

const never = (why: string): Found => ({ id: "pattern-never-matches", message: `can never match: ${why}` });

/** A pattern compares with values that stand in it; there are no paths in its values, as there are in templates. */
function notAPath({ tests }: Field): Found | undefined {
  for (const test of tests) {
    const text = partsOf(test)
      .map(textOf)
      .find((each) => each !== undefined && /^\$[.[]/.test(each));
    if (text === undefined) continue;
    const so = test.kind === "anything-but" ? "so that every event passes" : "which no event has";
    const message = `${shown(text)} is no path here: a pattern compares it as text, ${so}; write the value itself, as two fields of an event cannot be compared`;
    return { id: "pattern-path-as-value", message };
  }
  return undefined;
}

/** What EventBridge fills in, and leaves empty in events that come from a stream. */
function ofResources({ name, tests }: Field, sender: string): Found | undefined {
  if (name !== "resources" && !name.startsWith("resources.")) return undefined;
  const isAbsence = tests.some((test) => test.kind === "exists" && !test.exists);
  return isAbsence
    ? {
        id: "pattern-always-matches",
        message: `is always so: resources is empty in every event of ${sender}; leave it out`,
      }
    : never(`resources is empty in every event of ${sender}; leave it out`);
}

function placeholders({ name, tests }: Field, { realTopicField, topicField }: Envelope): Found | undefined {
  if (name !== realTopicField) return undefined;
  const text = tests
    .flatMap(partsOf)
    .map(textOf)
    .find((each) => each?.includes("{"));
  if (text === undefined) return undefined;
  return never(
    `${shown(text)} has a placeholder, and ${realTopicField} the real ids; write the topic as topics of the rule or as ${topicField}, or a real id in place of {id}`,
  );
}

function fixedValue(
  draft: Draft,
  { stream, type, asked, topics, envelope }: Selection,
  { name, tests }: Field,
): Found | undefined {
  const fixed: Readonly<Record<string, string | undefined>> = {
    account: draft.place?.aws_account_id,
    region: draft.place?.aws_region,
    version: "0",
  };
  const value = Object.hasOwn(fixed, name) ? fixed[name] : undefined;
  if (value !== undefined && !passing(tests)(value)) {
    return never(`${name} is always "${value}" here; write that, or leave it out`);
  }
  if (name === envelope.topicField && asked.topics === undefined && topics?.length === 0) {
    const sent = sentTopics(draft, stream) ?? [];
    const near = tests.flatMap((test) =>
      test.kind === "literal" ? (nearest(String(test.value), sent, 5) ?? []) : [],
    )[0];
    const advice =
      near === undefined
        ? `write one of its ${type?.topicsKey ?? "topic_filters"}, with {id} as it stands there`
        : `did you mean "${near}"?`;
    return never(`stream ${stream} sends no such topic; ${advice}`);
  }
  if (name !== envelope.realTopicField || topics === undefined || topics.some((topic) => topic.includes("*")))
    return undefined;
  const other = (test: Test) => test.kind === "literal" && !topics.some((topic) => isOf(String(test.value), topic));
  if (!tests.every(other)) return undefined;
  return never(`the rule's events are of ${listed(topics)}; write one of these with an id in place of {id}`);
}

function fromKnownEvents({ topics = [], envelope }: Selection, { name, tests }: Field): Found | undefined {
  const known = topics.length > 0 && envelope.catalogued ? knownPath(name, topics) : undefined;
  if (tests.some((test) => test.kind === "exists" && !test.exists)) {
    const everywhere = Object.hasOwn(envelope.fields, name) && tests.length === 1;
    return everywhere ? never(`${name} is in every event; leave it out`) : undefined;
  }
  switch (known?.found) {
    case undefined:
      return undefined;
    case "object":
      return never(`${name} is no value in known events, and patterns look at values only; write ${known.member}, say`);
    case "nothing": {
      const message = `${name} is in no known event of ${listed(topics)}; ${pathAdvice(known.nearest)}`;
      return { id: "path-unknown", message };
    }
    case "value": {
      if (tests.some((test) => known.kinds.some((kind) => canPass(test, kind)))) return undefined;
      const is = known.kinds.map((kind) => KINDS[kind]).join(" or ");
      return never(
        `${name} is ${is} in known events, not ${tests.map((test) => describe(test)).join(" or ")}; write ${is}`,
      );
    }
    default:
      return known satisfies never;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  boolean: "true or false",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a text",
};

function canPass(test: Test, kind: string): boolean {
  switch (test.kind) {
    case "literal":
      return (test.value === null ? "null" : typeof test.value) === kind;
    case "numeric":
      return kind === "number";
    case "anything-but":
    case "exists":
      return true;
    default:
      return kind === "string";
  }
}
