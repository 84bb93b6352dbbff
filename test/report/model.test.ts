import { environment, file } from "../support/environment";
import { committedEnvironment, everyDestination } from "../support/every";
import { reportFor } from "./report-of";

const every = reportFor(everyDestination());
const destination = (name: string) => every.destinations.find((other) => other.name === name);

test("says what leaves the account, the region and AWS", () => {
  const leaving = every.destinations.filter(({ leaves }) => leaves.length > 0);

  expect(
    leaving.map(({ name, leaves, account, region, host }) => ({ name, leaves, at: host ?? `${account} ${region}` })),
  ).toEqual([
    { name: "batches", leaves: ["account", "aws"], at: "events.acme.example" },
    { name: "bus", leaves: ["account", "region"], at: "210987654321 eu-west-1" },
    { name: "events", leaves: ["account", "aws"], at: "127.0.0.1" },
    { name: "inside", leaves: ["account", "aws"], at: "crm.acme.internal" },
    { name: "pager", leaves: ["account", "aws"], at: "events.pagerduty.com" },
    { name: "webhook", leaves: ["account", "aws"], at: "events.acme.example" },
  ]);
});

test("says of every destination who reads it, how long it is kept and how it is encrypted", () => {
  for (const { readers, retention, encryption } of every.destinations) {
    for (const words of [readers, retention, encryption]) expect(words).toMatch(/^\S.{4,}/);
  }
  expect(destination("log")).toMatchObject({ retention: "365 days", encryption: expect.stringContaining("AES-256") });
});

test("says nothing of what belongs to somebody else", () => {
  const arn = "arn:aws:sqs:us-east-1:123456789012:theirs";
  const [queue] = reportFor(environment(file({ destination: `type = "sqs"\narn = "${arn}"` }))).destinations;

  expect(queue).toMatchObject({ created: false, arn, retention: expect.stringContaining("owner's") });
});

test("names the key of the environment where there is one", () => {
  const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd";
  const { destinations } = reportFor(environment(file({ top: `kms_key_arn = "${key}"` })));

  expect(destinations[0]?.encryption).toBe(key);
});

test("says what topics carry of people, and what of it targets get", () => {
  const { rules } = reportFor(committedEnvironment("staging"));
  const targets = Object.fromEntries(rules.map(({ name, targets: [target] }) => [name, target]));

  expect(targets["audit-trail"]).toMatchObject({ fields: null, personal: "yes" });
  expect(targets["audit-trail"]?.carries).toContain("names");
  expect(targets["oauth-client-deleted"]).toMatchObject({ carries: ["ids"], personal: "pseudonymous" });
});

test("says where an event goes that cannot be delivered", () => {
  const lost = reportFor(
    environment(file({ rule: "targets = { log = { dead_letter = false, retry_attempts = 3 } }" })),
  );

  expect(destination("queue")?.failure).toMatch(
    /^After 185 retries in 86400 seconds an event is kept in the dead-letter queue every-dead-letters for 14 days\./,
  );
  expect(lost.destinations[0]?.failure).toMatch(/^After 3 retries in 86400 seconds an event is lost\./);
});

test("measures limits, the nearest first", () => {
  const limits = every.limits.map(({ name, used, limit }) => `${name}: ${used} of ${limit}`);

  expect(limits[0]).toBe("targets of a rule: 5 of 5");
  expect(limits).toContain("rules on a bus: 4 of 300");
});

test("a region with other limits is measured by them", () => {
  const cape = environment(file().replace("us-east-1", "af-south-1"));

  expect(reportFor(cape).limits).toContainEqual(expect.objectContaining({ name: "rules on a bus", limit: 100 }));
});

test("knows production by its name", () => {
  const production = (name: string) => reportFor(environment(file(), name)).environment.production;

  expect(["prod", "eu-production", "prod-eu", "live"].map(production)).toEqual([true, true, true, true]);
  expect(["products", "nonprod", "delivery", "dev"].map(production)).toEqual([false, false, false, false]);
});

test("says of every destination what each rule sends there", () => {
  const { destinations } = reportFor(committedEnvironment("staging"));
  const receives = Object.fromEntries(destinations.map(({ name, receives }) => [name, receives]));

  expect(receives["audit-log"]).toEqual([{ rule: "audit-trail", sends: "the whole event", fields: null }]);
  expect(receives["security-log"]).toMatchObject([
    { fields: ["detail.eventBody.action", "detail.eventBody.entity.id", "detail.eventBody.userId", "time"] },
  ]);
});

test("says the ARN that a renamed destination keeps", () => {
  const renamed = environment(file({ destination: 'type = "sqs"\nrenamed_from = "old"' }));

  expect(reportFor(renamed).destinations.map(({ arn }) => arn)).toEqual(["arn:aws:sqs:us-east-1:123456789012:dev-old"]);
});
