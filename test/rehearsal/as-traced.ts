import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Environment } from "../../config/model";
import { deliveryArn } from "../../destinations/parts/creation";
import { isStreamEvent } from "../../trace/event";
import { Tracer } from "../../trace/tracer";

/** A delivery as the rig prints it. */
interface Row {
  readonly event: string;
  readonly rule?: string;
  readonly target?: string;
  readonly status: string;
  readonly payload?: unknown;
}

/** The mark in place of a payload, where nothing arrives. */
const LOST = "lost";

/** Asserts that the rig delivered and lost exactly what a trace says of these events, payload by payload; returns the number. */
export function deliveredAsTraced(environment: Environment, files: readonly string[], output: string): number {
  const rows = output.split("\n").flatMap((line): Row[] => (line.startsWith("{") ? [JSON.parse(line)] : []));
  // What is put on a bus of the account has an id of its own there, by which the rig calls it.
  const named = rows.every(({ event }) => files.some((file) => basename(file) === event));
  const called = (event: string) => (named ? event : "");
  const arrived = rows.filter(({ status }) => status === "delivered");
  const delivered = rows
    .filter(({ status }) => status === "delivered" || status === "lost")
    .map((row) => shown(called(row.event), row.rule, row.target, row.status === "lost" ? LOST : row.payload));
  const tracer = new Tracer(environment, { exact: false });
  const traced = files.flatMap((file) => {
    const event: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (!isStreamEvent(event)) throw new Error(`${file} is no event`);
    return [...tracer.delivered(event)].flatMap(({ rule, deliveries }) =>
      deliveries.map(({ destination, payload }) =>
        shown(
          called(basename(file)),
          rule,
          arnOf(environment, destination),
          payload === null ? LOST : JSON.parse(payload),
        ),
      ),
    );
  });
  const [only, missing] = [without(delivered, traced), without(traced, delivered)];
  if (only.length + missing.length > 0) {
    throw new Error(
      `${environment.name}: delivered, but not traced:\n${only.join("\n")}\ntraced, but not delivered:\n${missing.join("\n")}`,
    );
  }
  return arrived.length;
}

function shown(event: string, rule = "", target = "", payload: unknown = undefined): string {
  // What AWS adds to the ARN of an API destination is not known before.
  const arn = target.replace(/(:api-destination\/[^/]+)\/.*/, "$1");
  return JSON.stringify([event, rule, arn, comparable(payload)]);
}

function arnOf(environment: Environment, name: string): string {
  const destination = environment.destinations[name];
  if (destination === undefined) throw new Error(`${name} is no destination`);
  return deliveryArn(environment, name, destination) ?? "";
}

/**
 * Returns a value with sorted names, JSON within texts as values, and a fixed organization's id for the one that the rig made up.
 */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === "string") {
    const plain = value.replace(/(?<=aws\.partner\/genesys\.com\/cloud\/)[0-9a-f-]{36}/, "…");
    return /^[[{]/.test(plain) ? comparable(JSON.parse(plain)) : plain;
  }
  if (typeof value !== "object" || value === null) return value;
  // An event that is put on a bus of the account gets an id of its own there.
  const entries = Object.entries(value).filter(([key]) => key !== "id" || !("detail-type" in value));
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, comparable(inner)]),
  );
}

function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((each) => {
    const index = left.indexOf(each);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}
