import { genesysAccess } from "../../../operate/genesys/access";
import { GenesysCloud } from "../../../operate/genesys/cloud";
import type { Look } from "../../../operate/status/look";
import { genesysServer } from "../genesys/server";

const TOPIC = "v2.audits.entitytype.{id}.entityid.{id}";

type Answers = Parameters<typeof genesysServer>[0];

/** Answers of an organization in which everything is as the file says. */
export const organization = {
  "GET /api/v2/organizations/me": [{ body: { id: "3c4f9f1e-0000-4000-8000-00000000c0de", name: "North" } }],
  "GET /api/v2/notifications/availabletopics": [{ body: { entities: [{ id: TOPIC, transports: ["All"] }] } }],
  "GET /api/v2/integrations": [
    { body: { entities: [integration("other", { integrationType: { id: "another" } })], pageCount: 2 } },
    { body: { entities: [integration("i-1", {})], pageCount: 2 } },
  ],
  "GET /api/v2/integrations/i-1/config/current": [{ body: { properties: properties({}) } }],
} satisfies Answers;

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

let servers: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
});

/** Returns what a look needs to ask the organization of these answers. */
export async function genesysLook(answers: Answers = organization, env = {}): Promise<{ genesys: Look["genesys"] }> {
  const server = await genesysServer(answers);
  servers.push(server);
  return { genesys: new GenesysCloud(genesysAccess({ ...server.env, ...env }, undefined)) };
}
