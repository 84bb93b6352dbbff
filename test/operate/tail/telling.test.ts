import { readFileSync } from "node:fs";
import { join } from "node:path";
import { genesysEnvelope } from "../../../genesys/envelope";
import { Mask } from "../../../operate/masked";
import { tellingOf } from "../../../operate/tail/telling";
import { root } from "../../support/committed";

const sample = (name: string) => JSON.parse(readFileSync(join(root, "data", "sample-events", name), "utf8"));
const told = (event: ReturnType<typeof sample>) =>
  tellingOf(event, genesysEnvelope).map(({ name, value }) => `${name}=${value}`);

test("tells whose it is by its topic, then known states, then ids, five at most and no value twice", () => {
  const fields = told(sample("audit-user-presence-update.json"));

  expect(fields.slice(0, 4)).toEqual([
    "entitytype=UserPresence",
    "entityid=c200b004-fe25-471c-9b57-ff0d2cc25463",
    "serviceName=Presence",
    "action=Update",
  ]);
  expect(fields.join()).not.toMatch(/entityType|userId/);
  expect(fields).toHaveLength(5);
});

test("leaves out what is masked, empty, a time or an address, and cuts what is long", () => {
  const event = sample("audit-user-presence-update.json");
  const { eventBody } = event.detail;
  const shown = told({
    ...event,
    detail: { eventBody: { selfUri: "/api", eventTime: eventBody.eventTime, name: "", note: "n".repeat(60) } },
  });
  expect(shown).toEqual([`note=${"n".repeat(39)}…`]);
  const masked = new Mask().event(event, genesysEnvelope);
  expect(told(masked).join()).not.toMatch(/masked|c200b004/);
});

test("an event that has no body, or another form, is told by what it has", () => {
  expect(told({ "detail-type": "x", detail: { a: [{ b: true }], c: null } })).toEqual(["b=true"]);
  expect(told({ "detail-type": "x" })).toEqual([]);
});
