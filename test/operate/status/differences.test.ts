import { everyDestination } from "../../support/every";
import type { Contents } from "./contents";
import { healthy } from "./contents";
import { genesysLook } from "./genesys";
import { lookedAt } from "./looked";
import { roleOf, the } from "./things";

const environment = { ...everyDestination(), organization_id: "3c4f9f1e-0000-4000-8000-00000000c0de" };

test("finds nothing where everything is as the file says", async () => {
  const { status } = await lookedAt(environment, healthy(environment), await genesysLook());
  const wrong = status.links.flatMap(({ checks }) => checks.filter(({ verdict }) => verdict !== "ok"));

  expect(wrong.map(({ subject, verdict }) => `${subject} ${verdict}`)).toEqual(["destination bus skipped"]);
  expect(status).toMatchObject({ healthy: true, first: null });
}, 30_000);

/** What differs and stops no event, and what is said of it. */
const DIFFERENT: readonly (readonly [what: string, breaks: (all: Contents) => unknown, words: RegExp])[] = [
  [
    "a rule beside the file's",
    ({ rules, buses }) => rules.set(`${[...buses.keys()][0]}/other`, { Name: "other", State: "ENABLED" }),
    /rule other: is on the bus of the stream audit/,
  ],
  ["a description", ({ rules }) => (the(rules, "/two").Description = "by hand"), /rule two: the description/],
  [
    "a target beside the file's",
    ({ targets, buses }) => targets.set(`${[...buses.keys()][0]}/two/other`, { Id: "other", Arn: "arn:x" }),
    /target other of rule two: it delivers to arn:x/,
  ],
  ["a retention", ({ groups }) => (the(groups, "/log").retentionInDays = 1), /log group .*retention_in_days/],
  [
    "a wider policy",
    (all) => (roleOf("records")(all).policies = { deliver: ANYTHING }),
    /role policy deliver: it differs .* policy/,
  ],
  [
    "events that no rule takes",
    ({ metrics, buses }) => metrics.set(`Events ${[...buses.keys()][0]}`, 9),
    /stream audit: 9 events came in, and no rule matched any/,
  ],
  ["an alarm that tells nobody", ({ alarms }) => (the(alarms).ActionsEnabled = false), /its actions are switched off/],
];
const ANYTHING = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

test.each(DIFFERENT)(
  "says, and counts as no break, %s",
  async (_, breaks, words) => {
    const contents = healthy(environment);
    breaks(contents);
    const { status } = await lookedAt(environment, contents);
    const said = status.links.flatMap(({ checks }) => checks.filter(({ verdict }) => verdict === "warning"));

    expect(said.map(({ subject, what }) => `${subject}: ${what}`)).toEqual([expect.stringMatching(words)]);
    expect(status.healthy).toBe(true);
  },
  30_000,
);
