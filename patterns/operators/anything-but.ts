import { isNumber, isText, type Json, type JsonObject, shown, whatIs } from "../json";
import type { DemandOf, Excludable } from "../pattern";
import { any } from "./any";
import { equalsIgnoreCase } from "./equals-ignore-case";
import { literal } from "./literal";
import type { Operator, Passes, Say } from "./operator";
import { prefix } from "./prefix";
import { suffix } from "./suffix";
import { wildcard } from "./wildcard";

const within = { "equals-ignore-case": equalsIgnoreCase, prefix, suffix, wildcard };
const excludable: { readonly [K in Excludable]: Operator<K> } = { literal, ...within };
type Inner = keyof typeof within;

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
  words: ({ but }) => `anything but ${but.map((demand) => said(demand)).join(" or ")}`,
};

function passing<K extends Excludable>(demand: DemandOf<K>): Passes {
  return excludable[demand.kind].passing(demand);
}

function said<K extends Excludable>(demand: DemandOf<K>): string {
  return excludable[demand.kind].words(demand);
}

/** A text, a number, or a list of either. */
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
    return `is ${whatIs(item)}, but anything-but takes texts or numbers; write {"anything-but":["x","y"]}`;
  }
  if (item.inexact) return "is a number with more digits than can be kept; write at most 15";
  if (isText(item) === isText(first) || isNumber(item) === isNumber(first)) return undefined;
  return `is ${whatIs(item)} beside ${whatIs(first)}, but anything-but takes either; write all as text or all as numbers`;
}

function ofOperator({ members }: JsonObject, say: Say): DemandOf<Inner>[] | undefined {
  const known = Object.keys(within).join(", ");
  const [member, second] = members;
  if (member === undefined || second !== undefined) {
    say({
      id,
      message: `is an object with ${members.length} names, but it takes one of ${known}; write {"anything-but":{"prefix":"x"}}`,
    });
    return undefined;
  }
  const [name, operand] = member;
  if (!isInner(name)) {
    say({
      id,
      at: [name],
      atKey: true,
      message: `is ${shown(name)}, but within anything-but there are only ${known}; write {"anything-but":{"prefix":"x"}}`,
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
      say({ id, at, message: `${what}; write {"anything-but":{"${name}":"x"}}` });
      return undefined;
    }
    return within[name].parse(item, (fault) => say({ ...fault, at: [...at, ...(fault.at ?? [])] }));
  });
  return read.length > 0 && read.every((demand) => demand !== undefined) ? read : undefined;
}
