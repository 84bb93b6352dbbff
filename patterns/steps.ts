import type { Fault } from "../text/issue";
import { type Json, type JsonObject, shown, whatIs } from "./json";
import { isOperator } from "./operators";
import type { Field, Path } from "./pattern";
import { readTests } from "./tests";

/** A step of a pattern, in reading order: it adds a field to all alternatives, or continues once for each branch. */
export type Step = Field | Branching;

export interface Branching {
  readonly path: Path;
  readonly branches: readonly (readonly Step[])[];
}

/** The names that EventBridge reserves within `$or`, beside those of its operators. */
const RESERVED = new Set([
  ..."= < <= > >= exactly regex not-wildcard not-equals-ignore-case in-date-range".split(" "),
  ..."date-after date-before date-on-or-after date-on-or-before".split(" "),
  ..."ip-address-in-range ip-address-not-in-range".split(" "),
]);

type Report = (fault: Fault) => unknown;

interface Place {
  readonly path: Path;
  /** The name; undefined at the top, since the empty text is a name. */
  readonly name: string | undefined;
  readonly withinOr: boolean;
}

export function readSteps(json: JsonObject, report: Report): Step[] {
  return objectSteps(json, { path: [], name: undefined, withinOr: false }, report);
}

function objectSteps({ members }: JsonObject, place: Place, report: Report): Step[] {
  if (members.length === 0) {
    const message =
      'is empty, but a pattern names what it asks for; write a field into it, such as {"detail":{"id":["x"]}}';
    report({ id: "pattern-empty-object", path: place.path, message });
  }
  return members.flatMap(([name, value]) => {
    const path = [...place.path, name];
    if (name === "$or") return branching(value, { ...place, path }, report);
    if (value.kind !== "object" || place.withinOr) checkName(name, value, { ...place, path }, report);
    const whole = place.name === undefined ? name : `${place.name}.${name}`;
    if (value.kind === "object") return objectSteps(value, { ...place, path, name: whole }, report);
    return [{ name: whole, path, tests: readTests(value, path, report) }];
  });
}

/** Reports the most common fault: an operator without its list, which makes it the name of a field. */
function checkName(name: string, value: Json, { path, withinOr }: Place, report: Report): void {
  const place = { path, atKey: true };
  const write = `for the operator, write [{"${name}":${shown(value)}}] as the list of a field`;
  if (isOperator(name)) {
    if (withinOr) report({ ...place, id: "pattern-reserved-name", message: `names an operator within $or; ${write}` });
    else {
      const message = `is taken for the name of a field in the event; ${write}`;
      report({ ...place, id: "pattern-operator-as-name", severity: "warning", message });
    }
  } else if (withinOr && RESERVED.has(name)) {
    const message = "is a name that EventBridge keeps to itself within $or; write a rule for each branch instead";
    report({ ...place, id: "pattern-reserved-name", message });
  }
}

function branching(value: Json, place: Place, report: Report): Step[] {
  const { path } = place;
  const id = "pattern-or";
  const write = 'write [{"a":["x"]},{"b":["y"]}]';
  if (value.kind !== "list") {
    report({ id, path, message: `is ${whatIs(value)}, but $or takes a list of objects; ${write}` });
    return [];
  }
  if (value.items.length < 2) {
    const what = value.items.length === 0 ? "is an empty list" : "has one branch";
    report({ id, path, message: `${what}, but $or needs two at least; ${write}` });
  }
  const branches = value.items.map((item, index) => {
    const within = [...path, index];
    if (item.kind === "object") return objectSteps(item, { ...place, path: within, withinOr: true }, report);
    report({ id, path: within, message: `is ${whatIs(item)}, but a branch of $or is an object; ${write}` });
    return [];
  });
  return [{ path, branches }];
}
