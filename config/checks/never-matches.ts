import { passing, words } from "../../patterns/operators";
import type { Field, Test } from "../../patterns/pattern";
import { ENVELOPE_FIELDS } from "../event-envelope";
import type { Finding } from "../issue";
import type { Draft } from "../model";
import { nearest } from "../nearest";
import { type Selection, sentTopics } from "../rule-view";
import { isOf } from "../topics/catalogue";
import { knownPath } from "../topics/fields";
import { listed } from "../topics/listed";
import { pathAdvice } from "./event-paths";

/** What a pattern asks for that no event has: certain of what EventBridge itself writes, likely of what Genesys Cloud does. */
export function neverMatches(draft: Draft, view: Selection): Finding[] {
  const fields = new Map(view.alternatives.flat().map((field) => [JSON.stringify(field.path), field]));
  return [...fields.values()].flatMap((field) => {
    const found = fixedValue(draft, view, field) ?? fromKnownEvents(view, field);
    return found === undefined
      ? []
      : [{ ...found, severity: "warning", path: [...view.path, "pattern", ...field.path], atKey: true }];
  });
}

type Found = Pick<Finding, "id" | "message">;

const never = (why: string): Found => ({ id: "pattern-never-matches", message: `can never match: ${why}` });

function fixedValue(draft: Draft, { stream, asked, topics }: Selection, { name, tests }: Field): Found | undefined {
  const fixed: Readonly<Record<string, string | undefined>> = {
    account: draft.place?.aws_account_id,
    region: draft.place?.aws_region,
    version: "0",
  };
  const value = Object.hasOwn(fixed, name) ? fixed[name] : undefined;
  if (value !== undefined && !passing(tests)(value)) {
    return never(`${name} is always "${value}" here; write that, or leave it out`);
  }
  if (name === "detail-type" && asked.topics === undefined && topics?.length === 0) {
    const sent = sentTopics(draft, stream) ?? [];
    const near = tests.flatMap((test) =>
      test.kind === "literal" ? (nearest(String(test.value), sent, 5) ?? []) : [],
    )[0];
    const advice =
      near === undefined ? "write one of its topic_filters, with {id} as it stands there" : `did you mean "${near}"?`;
    return never(`stream ${stream} sends no such topic; ${advice}`);
  }
  if (name !== "detail.topicName" || topics === undefined || topics.some((topic) => topic.includes("*")))
    return undefined;
  const other = (test: Test) => test.kind === "literal" && !topics.some((topic) => isOf(String(test.value), topic));
  if (!tests.every(other)) return undefined;
  return never(`the rule's events are of ${listed(topics)}; write one of these with an id in place of {id}`);
}

function fromKnownEvents({ topics = [] }: Selection, { name, tests }: Field): Found | undefined {
  const known = topics.length > 0 ? knownPath(name, topics) : undefined;
  if (tests.some((test) => test.kind === "exists" && !test.exists)) {
    const everywhere = Object.hasOwn(ENVELOPE_FIELDS, name) && tests.length === 1;
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
        `${name} is ${is} in known events, not ${tests.map((test) => words(test)).join(" or ")}; write ${is}`,
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
