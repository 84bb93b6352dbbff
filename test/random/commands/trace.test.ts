import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { Case, cases } from "../support/cases";
import { good, goodEvents } from "../support/good";
import { fileName, hostileJson } from "../support/hostile";
import { lines, type Timed } from "../support/sound-run";
import { jsonText, randomBytes } from "../support/texts";

const environment = fc.constantFrom(...good.map(({ bytes }) => bytes));
const events = fc.oneof(
  { weight: 8, arbitrary: hostileJson(goodEvents) },
  { weight: 2, arbitrary: fc.array(hostileJson(goodEvents), { maxLength: 3 }).map((list) => `[${list.join(",")}]`) },
  { weight: 1, arbitrary: fc.array(hostileJson(goodEvents), { maxLength: 3 }).map((list) => list.join("\n")) },
  { weight: 1, arbitrary: jsonText },
  { weight: 1, arbitrary: randomBytes },
  { weight: 1, arbitrary: hostileJson(goodEvents).map((text) => gzipSync(text)) },
);
const options = fc.constantFrom<readonly string[]>([], ["--json"], ["--exact"], ["--summary"], ["--summary", "--json"]);

function consistent({ code, stdout, stderr }: Timed, { args }: Case): string[] {
  if (args.includes("--json")) for (const line of lines(stdout)) JSON.parse(line);
  return (code === 1) === (stderr !== "") ? [] : ["the exit code is not what stderr says"];
}

test("says what any event does", () =>
  cases(
    9000,
    fc.tuple(environment, events, fileName, options).map(
      ([environment, event, name, options]) =>
        new Case(["trace", "dev", "--event", `./${name}`, ...options], {
          "environments/dev.tfvars": environment,
          [name]: event,
        }),
    ),
    consistent,
  ));

const outcome = hostileJson(
  fc.constant({
    deliveries: [
      { rule: "all", destination: "log", payload: { a: [1, "x"] } },
      { rule: "b", destination: "c", payload: "t" },
    ],
  }),
);

test("holds any scenario against what is expected of it", () =>
  cases(
    2500,
    fc.tuple(environment, hostileJson(goodEvents), outcome, fileName, fc.boolean()).map(
      ([environment, event, outcome, name, update]) =>
        new Case(["trace", "dev", "--verify", ...(update ? ["--update"] : [])], {
          "environments/dev.tfvars": environment,
          [`environments/dev.events/${name}.json`]: event,
          [`environments/dev.events/${name}.expected.json`]: outcome,
        }),
    ),
  ));
