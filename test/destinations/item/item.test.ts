import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import jsonata from "jsonata";
import {
  completeExpression,
  type ItemKeys,
  itemExpression,
  itemOf,
  rankExpression,
} from "../../../destinations/parts/item/item";
import { root } from "../../support/committed";

const NAMES = { key_name: "pk", sort_key_name: "sk" };
const folder = join(root, "data", "sample-events");
const samples = readdirSync(folder).map((file): unknown => JSON.parse(readFileSync(join(folder, file), "utf8")));

/** What Step Functions makes of an expression, by the language's own engine. */
const evaluated = async (text: string, event: unknown): Promise<unknown> => {
  const value: unknown = await jsonata(text.replace(/^\{%|%\}$/g, "")).evaluate({}, { event });
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
};

async function agree(keys: ItemKeys, event: unknown): Promise<void> {
  const own = itemOf(keys, event);
  expect(await evaluated(completeExpression(keys), event)).toBe("item" in own);
  if ("item" in own) expect(await evaluated(itemExpression(keys), event)).toEqual(own.item);
}

test.each(samples.map((event) => [event]))("agrees with JSONata on a sample event", async (event) => {
  await agree({ ...NAMES, key: "topic[2]" }, event);
  await agree(
    {
      ...NAMES,
      key: "topic[2]",
      sort_key: "time",
      latest_by: "detail.timestamp",
      expire_after_days: 30,
      attributes: {
        all: "detail.eventBody",
        presence: "detail.eventBody.presenceDefinition.systemPresence",
        version: "version",
      },
    },
    event,
  );
});

const name = fc.constantFrom("a", "b-c", "d_1", "topicName", "detail");
const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(
    "2026-01-02T03:04:05.678Z",
    "2026-01-02T03:04:05+01:00",
    "2026-01-02",
    "2026-13-45T99:00:00Z",
    "2026-01-02T03:04:05",
  ),
);
const tree = fc.letrec((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, leaf, fc.dictionary(name, tie("node"), { maxKeys: 3 })),
})).node;
const key = fc.oneof(
  fc.constant("topic[1]"),
  fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => ["detail", ...names].join(".")),
);
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => ["detail", ...names].join("."));

test("agrees with JSONata on any event and any paths", async () => {
  await fc.assert(
    fc.asyncProperty(tree, key, path, path, async (detail, key, latest_by, value) => {
      await agree({ ...NAMES, key, latest_by, attributes: { value } }, { time: "2026-01-02T03:04:05Z", detail });
    }),
    { numRuns: 300 },
  );
});

test("times of any zone and precision are compared as times, and numbers as numbers", async () => {
  const times = ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.1Z", "2026-01-02T04:04:06+01:00", 1767323047000];
  const ranks = await Promise.all(
    times.map((timestamp) => evaluated(rankExpression("detail.timestamp"), { detail: { timestamp } })),
  );
  const numbers = ranks.map((rank) => Number((rank as { N: string }).N)); // each of them is one
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(new Set(numbers).size).toBe(4);
});
