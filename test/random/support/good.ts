import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { load } from "../../../config/load";
import { committedEnvironments, root } from "../../support/committed";

const rehearsed = readdirSync(join(root, "test", "rehearsal"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".tfvars"))
  .sort()
  .map((path) => ({ path, name: "dev", bytes: readFileSync(join(root, "test", "rehearsal", path)) }));

/** Environments in which nothing is wrong, and their values. */
export const good = [...committedEnvironments(), ...rehearsed].map((file) => ({ ...file, value: load(file).value }));
export const goodValues: fc.Arbitrary<unknown> = fc.constantFrom(...good.map(({ value }) => value));

const samples = join(root, "data", "sample-events");
export const goodEvents: fc.Arbitrary<unknown> = fc.constantFrom(
  ...readdirSync(samples)
    .sort()
    .map((name): unknown => JSON.parse(readFileSync(join(samples, name), "utf8"))),
);
