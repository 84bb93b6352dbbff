import { readFileSync } from "node:fs";
import { join } from "node:path";
import { resourceType, resourceTypes } from "../../aws/resources";
import { inventoryOf } from "../../config/inventory";
import { everyDestination } from "../support/cloudwatch/watched-stack";
import { committedEnvironments, root } from "../support/committed";
import { environment } from "../support/environment";

const NOTIFY = 'monitoring = { notify = ["a@acme.example"] }';
const kept = readFileSync(join(root, "test", "rehearsal", "everything-kept", "kept.tfvars"), "utf8");

const texts: readonly (readonly [string, string])[] = [
  ...committedEnvironments().map(({ name, bytes }) => [name, Buffer.from(bytes).toString()] as const),
  ["every type of destination", everyDestination()],
  ["all that a bus keeps, and addresses that are notified", `${kept}${NOTIFY}`],
];

test.each(texts)("every resource type in the stack of %s has a row", (_, text) => {
  const types = inventoryOf(environment(text)).map(({ type }) => type);
  const managed = [...new Set(types)].filter((type) => !type.startsWith("data."));

  expect(managed.filter((type) => resourceType(type) === undefined)).toEqual([]);
});

test("no type stands in two files, where the later row would win", () => {
  const rows = [
    "access",
    "buckets",
    "catalog",
    "cloudwatch",
    "compute",
    "data-sources",
    "delivery-streams",
    "events",
    "gateway",
    "messages",
    "other-providers",
    "containers",
    "pipes",
    "tables",
  ]
    .map((name) => readFileSync(join(root, "aws", "resources", `${name}.ts`), "utf8"))
    .flatMap((text) =>
      [...text.matchAll(/^ {2}"?((?:data\.)?(?:aws|genesyscloud|time)_\w+)"?: /gm)].map(([, type]) => type),
    );

  expect(rows.sort()).toEqual(Object.keys(resourceTypes).sort());
});

test.each(["aws_made_up", "constructor", "__proto__", undefined])("%s is an unknown type", (type) => {
  expect(resourceType(type)).toBeUndefined();
});
