import type { genesysServer } from "../genesys/server";

const TOPIC = "v2.audits.entitytype.{id}.entityid.{id}";

export type Answers = Parameters<typeof genesysServer>[0];

/** Returns the answers of an organization in which everything is as a file says, but for what a test says of its integration. */
export function organizationWith(integrated: object = {}, configured: object = {}) {
  return {
    "GET /api/v2/organizations/me": [{ body: { id: "3c4f9f1e-0000-4000-8000-00000000c0de", name: "North" } }],
    "GET /api/v2/notifications/availabletopics": [{ body: { entities: [{ id: TOPIC, transports: ["All"] }] } }],
    "GET /api/v2/integrations": [
      { body: { entities: [integration("other", { integrationType: { id: "another" } })], pageCount: 2 } },
      { body: { entities: [integration("i-1", integrated)], pageCount: 2 } },
    ],
    "GET /api/v2/integrations/i-1/config/current": [{ body: { name: "Audit", properties: properties(configured) } }],
  } satisfies Answers;
}

export const organization = organizationWith();

export function integration(id: string, more: object) {
  return {
    id,
    name: "Audit",
    integrationType: { id: "amazon-eventbridge-source" },
    intendedState: "ENABLED",
    reportedState: { code: "ACTIVE" },
    ...more,
  };
}

export function properties(more: object) {
  return {
    awsAccountId: "123456789012",
    awsAccountRegion: "us-east-1",
    eventSourceSuffix: "audit-every",
    eventFilter: [TOPIC],
    ...more,
  };
}
