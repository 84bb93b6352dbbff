import type { Fault } from "../text/issue";
import { type Json, type JsonList, type JsonObject, shown, whatIs } from "./json";
import { isOperator, operators } from "./operators";
import { literal } from "./operators/literal";
import type { Demand, Path, Test } from "./pattern";
import { unknownOperator } from "./unknown-operator";

type Report = (fault: Fault) => unknown;

/** Reads the list of a field. */
export function readTests(value: Json, path: Path, report: Report): Test[] {
  if (value.kind !== "list") {
    const message = `is ${whatIs(value)}, but a field's value must be a list; write [${shown(value)}]`;
    report({ id: "pattern-leaf-no-list", path, message });
    return [];
  }
  if (value.items.length === 0) {
    const message = 'is an empty list, which nothing matches; write the values, or [{"exists":true}] for any';
    report({ id: "pattern-empty-list", path, message });
  }
  return value.items.flatMap((item, index) => {
    const place = [...path, index];
    const demand = readTest(item, place, report);
    return demand === undefined ? [] : [{ ...demand, path: place }];
  });
}

function readTest(item: Json, path: Path, report: Report): Demand | undefined {
  if (item.kind === "list") {
    const message = `is a list within a list, but values stand side by side; write ${unwrapped(item)} without the inner list`;
    report({ id: "pattern-list-in-list", path, message });
    return undefined;
  }
  if (item.kind === "scalar") return literal.parse(item, (fault) => report({ ...fault, path }));
  const [demand] = item.members.map(([name, operand]) => readOperator(name, operand, path, report));
  if (item.members.length === 1) return demand;
  if (item.members.length > 1) report({ id: "pattern-two-operators", path, message: twoOperators(item) });
  else {
    const message = 'is an empty object, but a test names an operator; write for example {"prefix":"x"}';
    report({ id: "pattern-empty-object", path, message });
  }
  return undefined;
}

function readOperator(name: string, operand: Json, path: Path, report: Report): Demand | undefined {
  const place = [...path, name];
  if (isOperator(name)) {
    return operators[name].parse(operand, ({ at = [], ...fault }) => report({ ...fault, path: [...place, ...at] }));
  }
  report({ id: "pattern-unknown-operator", path: place, atKey: true, message: unknownOperator(name, operand) });
  return undefined;
}

function unwrapped({ items }: JsonList): string {
  return items.length === 0 ? "the values" : items.map(shown).join(",");
}

function twoOperators({ members }: JsonObject): string {
  const names = members.map(([name]) => name).join(" and ");
  const write = members.map(([name, operand]) => `{"${name}":${shown(operand)}}`).join(",");
  return `holds ${names}, but a test has one operator; write ${write}, of which one must pass`;
}
