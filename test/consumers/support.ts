import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { transformSync } from "esbuild";
import * as z from "zod";
import type { Environment } from "../../config/model";
import { typeName } from "../../consumers/names";
import { contractOfEnvironment } from "../../consumers/of-environment";
import { writers } from "../../consumers/writers";
import { isMap, jsonIn } from "../../text/value";
import { Tracer } from "../../trace/tracer";
import { root } from "../support/committed";

/** A sample event, by its file. */
export interface Sample {
  readonly file: string;
  readonly event: { readonly "detail-type": string; readonly detail: { readonly eventBody: object } };
}

export function sampleEvents(): Sample[] {
  const folder = join(root, "data", "sample-events");
  return readdirSync(folder).map((file) => ({ file, event: JSON.parse(readFileSync(join(folder, file), "utf8")) }));
}

/** Returns a validator of JSON Schema that knows formats and refuses what is no keyword; ours begin with x-. */
export function validator(schema: string, definition?: string): (value: unknown) => string | undefined {
  const ajv = addFormats(new Ajv2020({ strict: true }));
  for (const keyword of ["x-personal", "x-seen"]) ajv.addKeyword(keyword);
  const document = JSON.parse(schema);
  const validate = ajv.compile(
    definition === undefined ? document : { ...document, anyOf: [{ $ref: `#/$defs/${definition}` }] },
  );
  return (value) => (validate(value) ? undefined : ajv.errorsText(validate.errors));
}

/** Returns what a module of Zod's schemas exports. */
export function zodModule(source: string): Record<string, z.ZodType> {
  const { code } = transformSync(source, { loader: "ts", format: "cjs" });
  const module = { exports: {} };
  new Function("module", "exports", "require", code)(module, module.exports, () => z);
  return module.exports;
}

/** Returns what the destinations of an environment find of its scenarios and of events, by the same code as `trace`. */
export function foundAt(
  environment: Environment,
  events: readonly object[],
): { destination: string; value: unknown }[] {
  const tracer = new Tracer(environment, { exact: false });
  const folder = join(root, "environments", `${environment.name}.events`);
  const scenarios = existsSync(folder) ? readdirSync(folder).filter((name) => !name.includes(".expected.")) : [];
  const own: object[] = scenarios.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  return [...own, ...events]
    .flatMap((event) => tracer.eventsOf(event))
    .flatMap((event) => [...tracer.delivered(event)])
    .flatMap(({ deliveries }) => deliveries)
    .flatMap(({ written, destination, payload }) => {
      if (written && "item" in written) return [{ destination, value: unmarshalled(written.item) }];
      if (written && "record" in written) return [{ destination, value: jsonIn(written.record.value) }];
      return payload === null ? [] : [{ destination, value: jsonIn(payload) }];
    });
}

/** Returns an item as the document client has it. */
function unmarshalled(item: Readonly<Record<string, unknown>>): object {
  const attribute = z.union([
    z.strictObject({ N: z.string() }).transform(({ N }) => Number(N)),
    z.strictObject({ S: z.string() }).transform(({ S }) => S),
    z.strictObject({ BOOL: z.boolean() }).transform(({ BOOL }) => BOOL),
  ]);
  return z.record(z.string(), attribute).parse(item);
}

/** Returns what is wrong with the JSON that texts of a message hold, by the schema of each. */
function contentFaults(name: string, value: unknown, parsers: Readonly<Record<string, z.ZodType>>): string[] {
  return Object.entries(isMap(value) ? value : {}).flatMap(([member, text]) => {
    const parser = parsers[`${name}${typeName(member)}`];
    return parser?.safeParse(jsonIn(String(text))).error?.message ?? [];
  });
}

/** Returns what is wrong with what arrives at the destinations of an environment, by the shape of each; the number of what arrives beside it. */
export function misshapen(environment: Environment, events: readonly object[]): { arrived: number; wrong: string[] } {
  const found = foundAt(environment, events);
  const wrong = Object.keys(environment.destinations).flatMap((destination) => {
    const contract = contractOfEnvironment(environment, { destination, topics: [] });
    const name = contract.destinations[0]?.typeName ?? "";
    const validate = validator(writers["json-schema"].write(contract), name);
    const parsers = zodModule(writers.zod.write(contract));
    const own = found.filter((one) => one.destination === destination).map(({ value }) => value);
    const messages = contract.destinations.flatMap((one) => one.messages);
    return own.flatMap((value) => {
      const contents = messages
        .filter((message) => parsers[message.name]?.safeParse(value).success)
        .map((message) => contentFaults(message.name, value, parsers));
      // Log events of several rules look alike but for what is in them.
      const ofContents = contents.some((faults) => faults.length === 0) ? [] : contents.flat();
      return [validate(value) ?? [], parsers[name]?.safeParse(value).error?.message ?? [], ofContents].flat();
    });
  });
  return { arrived: found.length, wrong };
}
