import { isMap } from "../../../text/value";
import { expression, type ItemValue, readValue } from "./value";

/** What an item consists of. */
export interface ItemKeys {
  readonly key: ItemValue;
  readonly key_name: string;
  readonly sort_key?: ItemValue | undefined;
  readonly sort_key_name: string;
  readonly latest_by?: ItemValue | undefined;
  /** The values by the names of attributes; the whole event where there is none. */
  readonly attributes?: Readonly<Record<string, ItemValue>> | undefined;
  readonly expire_after_days?: number | undefined;
}

/** The attributes that no key of the file names. */
export const ITEM_NAMES = { event: "event", latest: "latest_by", expiry: "expires_at" } as const;

/** A value as DynamoDB writes it, by its type. */
export type Attribute =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true };

const SECONDS_A_DAY = 86_400;
/** The ISO 8601 times that JSONata's $toMillis reads, with a zone, as one without would be another time elsewhere. */
const TIME = String.raw`^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1\d):?[0-5]\d)$`;

/** Functions of the expressions below, in JSONata. */
const FUNCTIONS = [
  `$attribute := function($v) { $type($v) = "string" ? {"S": $v} : $type($v) = "number" ? {"N": $string($v)} : $type($v) = "boolean" ? {"BOOL": $v} : $type($v) = "null" ? {"NULL": true} : $exists($v) ? {"S": $string($v)} }`,
  `$keyOf := function($v) { $type($v) = "string" and $length($v) > 0 ? {"S": $v} : $type($v) = "number" ? {"S": $string($v)} }`,
  `$rank := function($v) { $type($v) = "number" ? {"N": $string($v)} : $type($v) = "string" and $exists($match($v, /${TIME}/)) ? {"N": $string($toMillis($v))} }`,
].join("; ");

/** Returns by what events of one key are ordered; undefined where each is an item of its own. */
export function orderOf({ sort_key, latest_by }: ItemKeys): ItemValue | undefined {
  return latest_by ?? (sort_key === undefined ? "time" : undefined);
}

const inBraces = (entries: readonly (readonly [name: string, value: string])[]) =>
  `{${entries.map(([name, value]) => `${JSON.stringify(name)}: ${value}`).join(", ")}}`;

const withFunctions = (body: string) => `{% (${FUNCTIONS}; ${body}) %}`;

/** The attributes without which there is no item, with their expressions. */
function required(keys: ItemKeys): readonly (readonly [name: string, value: string])[] {
  const { key, key_name, sort_key, sort_key_name } = keys;
  const latest_by = orderOf(keys);
  return [
    [key_name, `$keyOf(${expression(key)})`],
    ...(sort_key === undefined ? [] : [[sort_key_name, `$keyOf(${expression(sort_key)})`] as const]),
    ...(latest_by === undefined ? [] : [[ITEM_NAMES.latest, `$rank(${expression(latest_by)})`] as const]),
  ];
}

/** Returns whether an event makes an item, in JSONata over `$event`. */
export function completeExpression(keys: ItemKeys): string {
  return withFunctions(
    required(keys)
      .map(([, value]) => `$exists(${value})`)
      .join(" and "),
  );
}

/** Returns the item, in JSONata over `$event`: what the event has not is left out. */
export function itemExpression(keys: ItemKeys): string {
  const { attributes, expire_after_days: days } = keys;
  const chosen: readonly (readonly [string, string])[] =
    attributes === undefined
      ? [[ITEM_NAMES.event, `{"S": $string($event)}`]]
      : Object.entries(attributes).map(([name, value]) => [name, `$attribute(${expression(value)})`]);
  const expiry = `{"N": $string($floor($toMillis($event.time) / 1000) + ${(days ?? 0) * SECONDS_A_DAY})}`;
  return withFunctions(
    inBraces([...chosen, ...(days === undefined ? [] : [[ITEM_NAMES.expiry, expiry] as const]), ...required(keys)]),
  );
}

/** Returns the value of `latest_by` in the form in which two are compared, in JSONata over `$event`. */
export function rankExpression(latest: ItemValue): string {
  return withFunctions(`$rank(${expression(latest)})`);
}

/** Returns the item that an event makes, as the expressions have it, or the attributes that it lacks. */
export function itemOf(
  keys: ItemKeys,
  event: unknown,
): { readonly item: Readonly<Record<string, Attribute>> } | { readonly without: readonly string[] } {
  const { key, key_name, sort_key, sort_key_name, attributes, expire_after_days: days } = keys;
  const latest_by = orderOf(keys);
  const needed: readonly (readonly [string, Attribute | undefined])[] = [
    [key_name, keyAttribute(readValue(key, event))],
    ...(sort_key === undefined ? [] : [[sort_key_name, keyAttribute(readValue(sort_key, event))] as const]),
    ...(latest_by === undefined ? [] : [[ITEM_NAMES.latest, rank(readValue(latest_by, event))] as const]),
  ];
  const without = needed.flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (without.length > 0) return { without };
  const time = isMap(event) ? Date.parse(String(event.time)) : Number.NaN;
  const all: readonly (readonly [string, Attribute | undefined])[] = [
    ...(attributes === undefined
      ? [[ITEM_NAMES.event, { S: JSON.stringify(event) }] as const]
      : Object.entries(attributes).map(([name, value]) => [name, attribute(readValue(value, event))] as const)),
    ...(days === undefined
      ? []
      : [[ITEM_NAMES.expiry, { N: String(Math.floor(time / 1000) + days * SECONDS_A_DAY) }] as const]),
    ...needed,
  ];
  return { item: Object.fromEntries(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))) };
}

function attribute(value: unknown): Attribute | undefined {
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (value === null) return { NULL: true };
  return value === undefined ? undefined : { S: JSON.stringify(value) };
}

function keyAttribute(value: unknown): Attribute | undefined {
  if (typeof value === "number") return { S: String(value) };
  return typeof value === "string" && value !== "" ? { S: value } : undefined;
}

function rank(value: unknown): Attribute | undefined {
  if (typeof value === "number") return { N: String(value) };
  return typeof value === "string" && new RegExp(TIME).test(value) ? { N: String(Date.parse(value)) } : undefined;
}
