// `compare.ts APP PLAIN COUNT`: fails unless both cdk.tf.json hold the same, and prints how long JSON.stringify takes for it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { median } from "./measure";

interface Config {
  readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly output: object;
}

const PER_RULE = { aws_cloudwatch_event_rule: 1, aws_cloudwatch_event_target: 2 };

const [app, plain, count] = process.argv.slice(2);
const [ours, theirs] = [read(app), read(plain)];
assert.deepEqual(counts(ours), counts(theirs), "not the same resources");
assert.deepEqual(ours.output, theirs.output, "not the same outputs");
for (const [type, perRule] of Object.entries(PER_RULE)) {
  assert.equal(counts(ours)[type], perRule * Number(count), `not as many ${type} as were asked for`);
  assert.deepEqual(withoutMetadata(ours, type), withoutMetadata(theirs, type), `not the same ${type}`);
}

const times = Array.from({ length: 9 }, () => {
  const start = performance.now();
  JSON.stringify(ours, null, 2);
  return performance.now() - start;
});
process.stdout.write(`${median(times)}\n`);

function read(file = ""): Config {
  return JSON.parse(readFileSync(file, "utf8"));
}

function counts({ resource }: Config): Record<string, number> {
  return Object.fromEntries(Object.entries(resource).map(([type, named]) => [type, Object.keys(named).length]));
}

/**
 * Returns the resources of a type without "//", where CDKTF keeps a construct's place in its tree: nothing that Terraform
 * makes.
 */
function withoutMetadata({ resource }: Config, type: string): Record<string, object> {
  return Object.fromEntries(
    Object.entries(resource[type] ?? {}).map(([name, attributes]) => [name, { ...attributes, "//": undefined }]),
  );
}
