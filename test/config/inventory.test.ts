import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { inventoryOf } from "../../config/inventory";
import { addressOf } from "../../config/inventory/item";
import type { Environment } from "../../config/model";
import { environments } from "../random/support/environments";
import { mended } from "../random/support/mended";
import { everyDestination } from "../support/cloudwatch/watched-stack";
import { committedEnvironments, root } from "../support/committed";
import { environment } from "../support/environment";
import { addresses, synthesizedOf } from "../support/stack";

const NOTIFY = 'monitoring = { notify = ["a@acme.example", "b@acme.example"] }';
const kept = readFileSync(join(root, "test", "rehearsal", "everything-kept", "kept.tfvars"), "utf8");
const texts: readonly (readonly [string, string])[] = [
  ...committedEnvironments().map(({ name, bytes }) => [name, Buffer.from(bytes).toString()] as const),
  ["every type of destination", everyDestination()],
  ["all that a bus keeps, and addresses that are notified", `${kept}${NOTIFY}`],
];

/** Everything that the stack holds is in the inventory under its address, and the other way round. */
function agrees(environment: Environment): void {
  const stack = synthesizedOf(environment);
  const items = inventoryOf(environment);

  expect(items.map(addressOf).sort()).toEqual(addresses(stack));
  for (const { type, takes, ...item } of items) {
    if (takes === undefined) continue;
    const [, name = ""] = addressOf({ type, ...item }).split(".");
    expect(Object.values(stack.resource[type]?.[name] ?? {})).toContain(takes.name);
  }
}

test.each(texts)("says what the stack of %s holds, and under which names", (_, text) => {
  agrees(environment(text));
});

test("says what the stack of any model holds, and under which names", () => {
  fc.assert(
    fc.property(environments, (value) => {
      const model = typeof value === "object" && value !== null ? mended(value) : undefined;
      fc.pre(model !== undefined);
      agrees(model);
    }),
    { numRuns: 60 },
  );
});
