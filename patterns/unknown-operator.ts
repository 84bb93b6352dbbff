import { nearest, suggestion } from "../text/nearest";
import { type Json, shown } from "./json";
import { operatorNames, operators } from "./operators";
import { literal } from "./operators/literal";

/** The operators that people know from other languages, without case and punctuation, and the right ones. */
const MEANT: readonly (readonly [example: string, names: string])[] = [
  [operators["anything-but"].example, "not ne neq notequals isnot except notin nin"],
  [operators.cidr.example, "ip ipaddress inrange subnet"],
  [operators["equals-ignore-case"].example, "ignorecase iequals caseinsensitive"],
  [operators.exists.example, "present notnull isset"],
  [literal.example, "equals equal eq is in oneof anyof exactly exact"],
  [operators.numeric.example, "gt gte lt lte greaterthan lessthan between range min max number"],
  [operators.prefix.example, "startswith beginswith starts begins"],
  [operators.suffix.example, "endswith ends"],
  [operators.wildcard.example, "contains includes like matches regex regexp glob match"],
];

export function unknownOperator(name: string, operand: Json): string {
  const message = `there is no operator ${shown(name)}`;
  const plain = name.toLowerCase().replace(/[^a-z]/g, "");
  const meant = MEANT.find(([, names]) => names.split(" ").includes(plain));
  if (meant !== undefined && nearest(name, operatorNames) === undefined) return `${message}; write ${meant[0]}`;
  const known = `${message}${suggestion(name, operatorNames)}`;
  return operand.kind === "scalar" ? known : `${known}; for a field within the field, write no list around the object`;
}
