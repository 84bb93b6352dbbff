import { isNumber, isText, type Json, type JsonObject, shown, whatIs } from "../json";
import type { DemandOf, Excludable } from "../pattern";
import { any } from "./any";
import { meantByMembers, meantByTests } from "./anything-but-advice";
import { equalsIgnoreCase } from "./equals-ignore-case";
import { literal } from "./literal";
import type { Operator, Passes, Say } from "./operator";
import { prefix } from "./prefix";
import { suffix } from "./suffix";
import { wildcard } from "./wildcard";

const within = { "equals-ignore-case": equalsIgnoreCase, prefix, suffix, wildcard };
const excludable: { readonly [K in Excludable]: Operator<K> } = { literal, ...within };
type Inner = keyof typeof within;
const KNOWN = Object.keys(within).join(", ");

const id = "pattern-anything-but";

export const anythingBut: Operator<"anything-but"> = {
  example: '{"anything-but":["x","y"]}',
  parse(operand, say) {
    const but = operand.kind === "object" ? ofOperator(operand, say) : values(operand, say);
    return but && { kind: "anything-but", but };
  },
  passing({ but }) {
    const values = but.flatMap((demand) => (demand.kind === "literal" ? [demand.value] : []));
    const excluded = any(values, but.filter(({ kind }) => kind !== "literal").map(passing));
    return (value) => !excluded(value);
  },
  describe: ({ but }) => `anything but ${but.map((demand) => describe(demand)).join(" or ")}`,
};

function passing<K extends Excludable>(demand: DemandOf<K>): Passes {
  return excludable[demand.kind].passing(demand);
}

function describe<K extends Excludable>(demand: DemandOf<K>): string {
  return excludable[demand.kind].describe(demand);
}

/** Reads a text, a number, or a list of either. */
function values(operand: Json, say: Say): DemandOf<"literal">[] | undefined {
  const items = operand.kind === "list" ? operand.items : [operand];
  const [first] = items;
  if (first === undefined) {
    say({
      id,
      message: 'is an empty list, but anything-but needs a value; write {"anything-but":"x"} or {"exists":true}',
    });
    return undefined;
  }
  const meant = items.some(({ kind }) => kind === "object") ? meantByTests(items) : undefined;
  if (meant !== undefined) {
    say({
      id,
      message: `holds a test in a list, but anything-but takes values, or one operator without a list around it; write ${meant}`,
    });
    return undefined;
  }
  let right = true;
  for (const [index, item] of items.entries()) {
    const at = operand.kind === "list" ? [index] : [];
    const fault = faultOf(item, first);
    if (fault !== undefined) say({ id, at, message: fault });
    right &&= fault === undefined;
  }
  if (!right) return undefined;
  const read = items.map((item) => literal.parse(item, say));
  return read.every((demand) => demand !== undefined) ? read : undefined;
}

function faultOf(item: Json, first: Json): string | undefined {
  if (!isText(item) && !isNumber(item)) {
    const what = `is ${whatIs(item)}, but anything-but takes texts or numbers`;
    if (item.kind === "scalar" && typeof item.value === "boolean")
      return `${what}; write ${!item.value} without anything-but`;
    if (item.kind === "scalar") return `${what}; write the values that are wanted, or [{"exists":true}]`;
    if (item.kind === "list") return `${what}; write them side by side, as in {"anything-but":["x","y"]}`;
    return `${what}, or one of ${KNOWN} without a list around it; write {"anything-but":{"prefix":"x"}}`;
  }
  if (item.inexact) return "is a number with more digits than can be kept; write at most 15";
  if (isText(item) === isText(first) || isNumber(item) === isNumber(first)) return undefined;
  return `is ${whatIs(item)} beside ${whatIs(first)}, but anything-but takes either; write all as text or all as numbers`;
}

function ofOperator(object: JsonObject, say: Say): DemandOf<Inner>[] | undefined {
  const { members } = object;
  const [member, second] = members;
  if (member === undefined || second !== undefined) {
    const write = meantByMembers(object) ?? '{"anything-but":{"prefix":"x"}}';
    say({ id, message: `is an object with ${members.length} names, but it takes one of ${KNOWN}; write ${write}` });
    return undefined;
  }
  const [name, operand] = member;
  if (!isInner(name)) {
    say({
      id,
      at: [name],
      atKey: true,
      message: `is ${shown(name)}, but within anything-but there are only ${KNOWN}; write ${meantByTests([object]) ?? '{"anything-but":{"prefix":"x"}}'}`,
    });
    return undefined;
  }
  return texts(name, operand, say);
}

function isInner(name: string): name is Inner {
  return Object.hasOwn(within, name);
}

function texts(name: Inner, operand: Json, say: Say): DemandOf<Inner>[] | undefined {
  const items = operand.kind === "list" ? operand.items : [operand];
  if (items.length === 0) {
    say({ id, at: [name], message: `is an empty list, but it needs a text; write {"anything-but":{"${name}":"x"}}` });
  }
  const read = items.map((item, index) => {
    const at = operand.kind === "list" ? [name, index] : [name];
    if (!isText(item) || (item.value === "" && (name === "prefix" || name === "suffix"))) {
      const what = isText(item) ? "is empty, which every text has" : `is ${whatIs(item)}, but it takes text`;
      const write = ignoredCase(name, item) ?? `{"anything-but":{"${name}":"x"}}`;
      say({ id, at, message: `${what}; write ${write}` });
      return undefined;
    }
    return within[name].parse(item, (fault) => say({ ...fault, at: [...at, ...(fault.at ?? [])] }));
  });
  return read.length > 0 && read.every((demand) => demand !== undefined) ? read : undefined;
}

/** Returns the advice for `{"prefix":{"equals-ignore-case":"x"}}`, which is not allowed here: no operator does both. */
function ignoredCase(name: Inner, item: Json): string | undefined {
  if (item.kind !== "object" || item.members[0]?.[0] !== "equals-ignore-case") return undefined;
  return `{"anything-but":{"${name}":["x","X"]}} with each form that comes, as there is none for any case`;
}
