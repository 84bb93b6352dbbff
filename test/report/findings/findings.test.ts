import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseEnvironment } from "../../../config/environment";
import { findingIds } from "../../../config/finding-ids";
import { findingTypes } from "../../../report/findings";
import { committedEnvironments, root } from "../../support/committed";
import { reportFor } from "../report-of";
import { found, type Pair } from "./pair";

const PAIRS = join(__dirname, "pairs");
const pairs: Readonly<Record<string, Pair>> = Object.assign(
  {},
  ...readdirSync(PAIRS).flatMap((file) => Object.values(jest.requireActual<object>(join(PAIRS, file)))),
);
const NO_FINDINGS = ["finding.ts", "index.ts", "look.ts", "places.ts", "statements.ts"];

test("findings are registered, each of its own file and in order, and can be waived", () => {
  const files = readdirSync(join(root, "report", "findings")).filter((name) => !NO_FINDINGS.includes(name));

  expect(findingTypes.map(({ id }) => `${id}.ts`)).toEqual(files.sort());
  expect(findingIds).toEqual(findingTypes.map(({ id }) => id));
});

test("every finding has a pair of cases, and answers a control", () => {
  expect(Object.keys(pairs).sort()).toEqual([...findingIds]);
  for (const { controls } of findingTypes) expect(controls).not.toEqual([]);
});

test.each(Object.entries(pairs))("%s is found where it is, and not in what is nearest to it", (id, { has, hasNot }) => {
  expect(found(has)).toEqual([id]);
  expect(found(hasNot)).toEqual([]);
});

test.each(committedEnvironments().map((file) => [file.name, file] as const))("%s has no finding", (_, file) => {
  const { environment } = parseEnvironment(file);

  expect(environment && reportFor(environment).findings).toEqual([]);
});
