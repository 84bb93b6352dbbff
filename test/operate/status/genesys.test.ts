import { everyDestination } from "../../support/every";
import { healthy } from "./contents";
import { genesysLook } from "./genesys";
import { lookedAt } from "./looked";
import { integration, organization, properties } from "./organization";

const environment = { ...everyDestination(), organization_id: "3c4f9f1e-0000-4000-8000-00000000c0de" };
const LIST = "GET /api/v2/integrations";
const CONFIG = "GET /api/v2/integrations/i-1/config/current";
const TOPICS = "GET /api/v2/notifications/availabletopics";
const listed = (more: object) => ({ [LIST]: [{ body: { entities: [integration("i-1", more)], pageCount: 1 } }] });
const set = (more: object) => ({ [CONFIG]: [{ body: { properties: properties(more) } }] });
const FAILED = { code: "ERROR", detail: { messageWithParams: "account {id} refused", messageParams: { id: "1" } } };

test.each([
  [
    "an integration that is off",
    listed({ intendedState: "DISABLED" }),
    "integration of stream audit",
    /is switched off/,
  ],
  [
    "an integration in error",
    listed({ reportedState: FAILED }),
    "integration of stream audit",
    /ERROR: account 1 refused/,
  ],
  [
    "no integration",
    { [LIST]: [{ body: { entities: [] } }] },
    "integration of stream audit",
    /no integration has the suffix audit-every/,
  ],
  [
    "another account",
    set({ awsAccountId: "999988887777" }),
    "integration of stream audit",
    /sends to account 999988887777/,
  ],
  ["a topic that is not sent", set({ eventFilter: [] }), "integration of stream audit", /does not send v2\.audits/],
  [
    "a topic that is not there",
    { [TOPICS]: [{ body: { entities: [{ id: "v2.x" }] } }] },
    "topics of stream audit",
    /has no topic v2\.audits/,
  ],
  [
    "a topic for others",
    {
      [TOPICS]: [
        { body: { entities: [{ id: "v2.audits.entitytype.{id}.entityid.{id}", transports: ["Websocket"] }] } },
      ],
    },
    "topics of stream audit",
    /in other ways only/,
  ],
  [
    "another organization",
    { "GET /api/v2/organizations/me": [{ body: { id: "3c4f9f1e-0000-4000-8000-000000000bad", name: "South" } }] },
    "credentials",
    /of the organization South/,
  ],
] as const)(
  "names first %s, before all that is in AWS",
  async (_, answers, subject, words) => {
    const contents = healthy(environment);
    contents.sources.clear();
    const look = await genesysLook({ ...organization, ...answers });
    const { status } = await lookedAt(environment, contents, look);

    expect(status.first).toMatchObject({
      link: "genesys-cloud",
      verdict: "broken",
      subject,
      what: expect.stringMatching(words),
    });
  },
  30_000,
);

test("names first that credentials are refused; a permission that is missing is named, and is no break", async () => {
  const refused = await genesysLook(organization, { GENESYSCLOUD_OAUTHCLIENT_SECRET: "wrong" });
  expect((await lookedAt(environment, healthy(environment), refused)).status.first).toMatchObject({
    subject: "credentials",
  });

  const message = "You are missing the following permission(s): integrations:integration:view";
  const missing = await genesysLook({ ...organization, [LIST]: [{ status: 403, body: { message } }] });
  const { status } = await lookedAt(environment, healthy(environment), missing);
  expect(status).toMatchObject({
    healthy: false,
    first: { verdict: "unknown", what: expect.stringContaining(message) },
  });
}, 30_000);

test("takes the organization that Genesys Cloud says, or the one of the source, where the file names none", async () => {
  const contents = healthy(environment);
  const { organization_id: _, ...unnamed } = environment;
  const alone = await lookedAt(unnamed, contents);
  const asked = await lookedAt(unnamed, contents, await genesysLook());

  expect(alone.status.links[0]).toMatchObject({ link: "genesys-cloud", checks: [{ verdict: "skipped" }] });
  expect([alone.status.healthy, asked.status.healthy]).toEqual([true, true]);
  contents.sources.clear();
  expect((await lookedAt(unnamed, contents)).status.first).toMatchObject({ link: "source", verdict: "broken" });
}, 30_000);
