import { readFileSync } from "node:fs";
import { join } from "node:path";
import { everyDestination } from "../support/cloudwatch/watched-stack";
import { committedEnvironments, root } from "../support/committed";
import { environment } from "../support/environment";
import { agrees } from "./agrees";

const NOTIFY = 'monitoring = { notify = ["a@acme.example", "b@acme.example"] }';
const kept = readFileSync(join(root, "test", "rehearsal", "everything-kept", "kept.tfvars"), "utf8");
const texts: readonly (readonly [string, string])[] = [
  ...committedEnvironments().map(({ name, bytes }) => [name, Buffer.from(bytes).toString()] as const),
  ["every type of destination", everyDestination()],
  ["all that a bus keeps, and addresses that are notified", `${kept}${NOTIFY}`],
];

test.each(texts)("says what the stack of %s holds, and under which names", (_, text) => {
  agrees(environment(text));
});
