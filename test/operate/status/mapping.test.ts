import { statusPolicy } from "../../../operate/status/policy";
import { environment } from "../../support/environment";
import { topicFile } from "../../support/topic-file";
import { healthy } from "./contents";
import { lookedAt } from "./looked";

const more = 'format = "avro"\nschema_registry = { url = "https://registry.acme.example" }';
const avro = environment(topicFile({ more }));
const SUBJECT = /^event source mapping of the function .*dev-cx-read of stream cx$/;
const GOOD = { UUID: "made-up", State: "Enabled", LastProcessingResult: "OK" };

async function looked(mappings: readonly object[], file = avro) {
  const contents = healthy(file);
  contents.metrics.set("InvokedEventCount made-up", 7);
  contents.metrics.set("MatchedEvents all", 7);
  const others = { "lambda:GET /2015-03-31/event-source-mappings": () => ({ EventSourceMappings: mappings }) };
  const { status } = await lookedAt(file, contents, { others });
  const checks = status.links.flatMap(({ checks }) => checks);
  return { checks, mapping: checks.find(({ subject }) => SUBJECT.test(subject)) };
}

test("a mapping that reads is right, and its records are counted by the id that AWS made up", async () => {
  const { checks, mapping } = await looked([GOOD]);

  expect(checks.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
  expect(mapping).toMatchObject({ what: "Enabled" });
  expect(checks).toContainEqual(expect.objectContaining({ subject: "stream cx", numbers: { events: 7, matched: 7 } }));
}, 30_000);

test.each([
  ["is gone", [], /is not there/],
  ["is switched off", [{ ...GOOD, State: "Disabled", StateTransitionReason: "User action" }], /Disabled: User action/],
  [
    "does not reach the brokers",
    [{ ...GOOD, LastProcessingResult: "PROBLEM: Connection error." }],
    /Lambda cannot read: PROBLEM: Connection error/,
  ],
])(
  "says that a mapping %s",
  async (_, mappings, what) => {
    expect((await looked(mappings)).mapping).toMatchObject({
      verdict: "broken",
      what: expect.stringMatching(what),
    });
  },
  30_000,
);

test("takes one that is switched off as right where the file says so, and asks for no more than to list", async () => {
  const off = environment(topicFile({ more: `${more}\nenabled = false` }));

  expect((await looked([{ ...GOOD, State: "Disabled" }], off)).mapping).toMatchObject({ verdict: "ok" });
  expect(statusPolicy(avro)).toContainEqual(
    expect.objectContaining({ Action: expect.arrayContaining(["lambda:ListEventSourceMappings"]), Resource: "*" }),
  );
}, 30_000);
