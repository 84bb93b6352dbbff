import { Ajv2020 } from "ajv/dist/2020";
import * as z from "zod";
import { environmentFiles } from "../../config/files";
import { load } from "../../config/load";
import { environmentSchema } from "../../config/schema";
import { ruleSchema, targetSchema } from "../../config/schema/rule";
import { stateSchema } from "../../config/schema/state";
import { destinationTypes } from "../../destinations";
import { http } from "../../destinations/http";
import { environmentJsonSchema } from "../../documentation/json-schema";
import { authSchema } from "../../schema/auth";
import { genesysCloud } from "../../streams/genesys-cloud";
import { committedEnvironments, root } from "../support/committed";

/** As strict as the validator can be: it refuses keywords that it does not know, and patterns that are none. */
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
ajv.addVocabulary(["patternErrorMessage"]);
const schema: unknown = JSON.parse(environmentJsonSchema());
const accepts = ajv.compile(Object(schema));

const SHORT = {
  aws_account_id: "123456789012",
  aws_region: "us-east-1",
  streams: { audit: { event_source_suffix: "audit", topic_filters: ["v2.users.{id}.presence"] } },
};

test.each(committedEnvironments().map((file) => [file.path, file] as const))("accepts %s as JSON", (_, file) => {
  const value = JSON.parse(JSON.stringify(load(file).value));

  expect(accepts(value) || accepts.errors).toBe(true);
});

test("accepts the link by which an editor finds it", () => {
  expect(accepts({ $schema: "./environment.schema.json", ...SHORT })).toBe(true);
});

const wrong: [what: string, value: unknown][] = [
  ["an unknown key", { ...SHORT, aws_regoin: "us-east-1" }],
  ["an unknown key of a stream", { ...SHORT, streams: { s: { ...SHORT.streams.audit, lokup: "off" } } }],
  ["a file without streams", { aws_account_id: "123456789012", aws_region: "us-east-1" }],
  ["a number for text", { ...SHORT, aws_account_id: 123456789012 }],
  ["text for true or false", { ...SHORT, streams: { s: { ...SHORT.streams.audit, enabled: "yes" } } }],
  ["a region that is none", { ...SHORT, aws_region: "Virginia" }],
  ["a tag that AWS keeps to itself", { ...SHORT, tags: { "AWS:x": "y" } }],
  ["too many retries", { ...SHORT, rules: { r: { stream: "s", targets: { d: { retry_attempts: 186 } } } } }],
  ["too short an age", { ...SHORT, rules: { r: { stream: "s", targets: { d: { max_event_age_seconds: 59 } } } } }],
  ["half a day", { ...SHORT, destinations: { d: { type: "sqs", retention_days: 1.5 } } }],
  [
    "a retention that Logs does not take",
    { ...SHORT, destinations: { d: { type: "cloudwatch_logs", retention_days: 2 } } },
  ],
  ["an unknown type", { ...SHORT, destinations: { d: { type: "kinesys" } } }],
  ["another type's key", { ...SHORT, destinations: { d: { type: "sqs", topic_name: "x" } } }],
  ["a secret as text", { ...SHORT, destinations: { d: { type: "pagerduty", routing_key: "hunter2" } } }],
  ["another backend's key", { ...SHORT, state: { backend: "local", bucket: "b" } }],
];

test.each(wrong)("refuses %s", (_, value) => {
  expect(accepts(value)).toBe(false);
});

type Json = Readonly<Record<string, unknown>>;

/** A value for every key of a map. */
function example(form: unknown): Json {
  const shape: Readonly<Record<string, z.ZodType>> = form instanceof z.ZodObject ? form.shape : {};
  const values = Object.entries(shape).map(([key, field]) => [
    key,
    field instanceof z.ZodLiteral && field.values.size === 1 ? field.value : z.globalRegistry.get(field)?.example,
  ]);
  return Object.fromEntries(values);
}

/** Every key there is, and each form of the state and of auth. */
const whole: readonly Json[] = [
  {
    ...example(environmentSchema),
    streams: { audit: example(genesysCloud.schema) },
    rules: {
      list: example(ruleSchema),
      map: { ...example(ruleSchema), pattern: '{"detail": {}}', targets: { log: example(targetSchema) } },
    },
    destinations: Object.fromEntries([
      ...destinationTypes.map(({ type, schema }) => [type, example(schema)]),
      ...authSchema.options.map((auth) => [auth.shape.type.value, { ...example(http.schema), auth: example(auth) }]),
    ]),
  },
  ...stateSchema.options.map((state) => ({ ...SHORT, state: example(state) })),
];

test("accepts the example of every key", () => {
  for (const environment of whole) expect(accepts(environment) || accepts.errors).toBe(true);
});

const NUMBERS = [0, -1, 1, 1.5, 60, 365, 1e9];
const TEXTS = ["", "x", "a b", "aws:x", "é", "x".repeat(2000)];
const VALUES = [null, true, ...NUMBERS, ...TEXTS, [], ["x"], {}, { x: "y" }];

/** The value with each of its parts replaced, left out or joined by another, and where that is. */
function* changed(value: unknown, path = ""): Generator<[path: string, changed: unknown]> {
  for (const other of VALUES) yield [path, other];
  if (typeof value !== "object" || value === null) return;
  const put = (key: string, part: unknown) =>
    Array.isArray(value) ? value.with(Number(key), part) : { ...value, [key]: part };
  for (const [key, part] of Object.entries(value)) {
    for (const [where, other] of changed(part, `${path}.${key}`)) yield [where, put(key, other)];
    yield [`${path} less ${key}`, Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))];
  }
  if (Array.isArray(value)) return;
  for (const name of ["x-y", "aws:x"]) yield [`${path} and ${name}`, put(name, Object.values(value)[0])];
}

test("accepts what the program accepts and refuses what it refuses, wherever a file is changed", () => {
  const verdicts = { right: 0, wrong: 0, differing: new Set<string>() };
  for (const [path, value] of whole.flatMap((environment) => [...changed(environment)])) {
    const { success } = environmentSchema.safeParse(value);
    verdicts[success ? "right" : "wrong"] += 1;
    // To JSON Schema, a pattern that is no JSON is text like any other.
    if (accepts(value) !== success && !/^\.rules\.\w+\.pattern$/.test(path)) verdicts.differing.add(path);
  }

  expect([...verdicts.differing]).toEqual([]);
  expect(Math.min(verdicts.right, verdicts.wrong)).toBeGreaterThan(500);
});

test("knows defaults, and which types there are", () => {
  const { properties } = z.object({ properties: z.looseObject({}) }).parse(schema);
  const types = destinationTypes.map(({ type }) => type);

  expect(properties).toMatchObject({
    rules: { default: {} },
    state: { default: { backend: "local" } },
    destinations: { additionalProperties: { properties: { type: { enum: types } } } },
  });
});

test("is not taken for an environment", () => {
  const names = environmentFiles([], { cwd: root, folder: `${root}/environments`, shown: String }).map(
    ({ name }) => name,
  );

  expect(names).toEqual(
    committedEnvironments()
      .map(({ name }) => name)
      .sort(),
  );
});
