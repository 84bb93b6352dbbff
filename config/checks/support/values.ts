import { knownValues } from "../../../genesys/values";
import { shown } from "../../../patterns/json";
import { passing } from "../../../patterns/operators";
import { fold } from "../../../patterns/operators/letters";
import type { Demand, Field } from "../../../patterns/pattern";
import type { Fault } from "../../../text/issue";

type Found = Pick<Fault, "id" | "message">;

/** Returns what is to be said of values that no known event has, but in another case or with other signs between its words. */
export function valueInAnotherCase({ name, tests }: Field, topics: readonly string[]): Found | undefined {
  const known = knownValues(name, topics);
  if (known === undefined) return undefined;
  const meant = tests.flatMap((test) =>
    partsOf(test).flatMap((part) => {
      const likely = known.some(passing([part])) ? [] : known.filter((value) => isMeant(part, value));
      return likely.length === 0 ? [] : [{ test, part, likely }];
    }),
  );
  const [first] = meant;
  if (first === undefined) return undefined;
  const written = meant.map(({ part }) => shown(textOf(part) ?? ""));
  const values = [...new Set(meant.flatMap(({ likely }) => likely))].map((value) => shown(value));
  const are = meant.length > 1 ? "are values" : "is a value";
  const message = `${listing(written)} ${are} of no known event, and patterns mind the case and every sign; known: ${listing(values)}; write ${meant.length > 1 ? "those" : "that"}${inAnyCase(first.test, first.part, first.likely[0])}`;
  return { id: "pattern-value-case", message };
}

function listing(texts: readonly string[]): string {
  return texts.length > LISTED ? `${texts.slice(0, LISTED).join(", ")} …` : texts.join(", ");
}

const LISTED = 6;

/** Returns the tests to look at one by one: a list within `anything-but` has several, and what is never there excludes nothing. */
export function partsOf(test: Demand): readonly Demand[] {
  return test.kind === "anything-but" ? test.but : [test];
}

export function textOf(demand: Demand): string | undefined {
  switch (demand.kind) {
    case "literal":
      return typeof demand.value === "string" ? demand.value : undefined;
    case "prefix":
    case "suffix":
    case "equals-ignore-case":
      return demand.text;
    case "wildcard":
      return demand.written;
    default:
      return undefined;
  }
}

function isMeant(part: Demand, value: string): boolean {
  const text = textOf(part);
  if (text === undefined || plain(text) === "") return false;
  switch (part.kind) {
    case "prefix":
      return plain(value).startsWith(plain(text));
    case "suffix":
      return plain(value).endsWith(plain(text));
    case "wildcard": {
      const pieces = part.pieces.map(plain);
      return passing([{ kind: "wildcard", pieces, written: text }])(plain(value));
    }
    default:
      return plain(value) === plain(text);
  }
}

/** Returns text without case and without what may stand between words: "On Queue" and ON_QUEUE are the same. */
function plain(text: string): string {
  return fold(text).replace(/[\s_.-]+/g, "");
}

/** The same without minding the case, where there is an operator for that. */
function inAnyCase(test: Demand, part: Demand, value = ""): string {
  if (part.kind === "wildcard") return "";
  if (test.kind === "anything-but")
    return `, or ${JSON.stringify({ "anything-but": { "equals-ignore-case": value } })}`;
  const ignoring = { "equals-ignore-case": part.kind === "prefix" || part.kind === "suffix" ? part.text : value };
  const operator = part.kind === "prefix" || part.kind === "suffix" ? { [part.kind]: ignoring } : ignoring;
  return `, or ${JSON.stringify(operator)} for any case`;
}
