import * as z from "zod";
import type { GenesysCloud } from "./cloud";

/** The parts of Integration, the model of Genesys Cloud's SDKs, that are used (2026-11). */
const pageSchema = z.object({
  entities: z.array(
    z.object({
      id: z.string(),
      integrationType: z.object({ id: z.string().nullish() }).nullish(),
      intendedState: z.string().nullish(),
    }),
  ),
  pageCount: z.number().nullish(),
});

const configSchema = z.object({
  name: z.string().nullish(),
  notes: z.string().nullish(),
  properties: z
    .looseObject({
      awsAccountId: z.string().nullish(),
      awsAccountRegion: z.string().nullish(),
      eventSourceSuffix: z.string().nullish(),
      eventFilter: z.array(z.string()).nullish(),
    })
    .nullish(),
});

/** An integration with its settings. */
export interface Integration {
  readonly id: string;
  readonly intendedState: string;
  readonly name: string;
  readonly notes: string;
  readonly properties: NonNullable<z.output<typeof configSchema>["properties"]>;
}

/** The most that one page holds, by the SDKs' documentation. */
const PAGE = 100;

const asked = new WeakMap<GenesysCloud, Map<string, Promise<readonly Integration[]>>>();

/** Returns the integrations of a type that the organization has, asked for once. */
export function integrationsOf(cloud: GenesysCloud, type: string): Promise<readonly Integration[]> {
  const known = asked.get(cloud) ?? new Map<string, Promise<readonly Integration[]>>();
  asked.set(cloud, known);
  const found = known.get(type) ?? ask(cloud, type);
  known.set(type, found);
  return found;
}

async function ask(cloud: GenesysCloud, type: string): Promise<readonly Integration[]> {
  const found: Integration[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const query = { pageSize: String(PAGE), pageNumber: String(page) };
    const { entities, pageCount } = await cloud.get("/api/v2/integrations", pageSchema, query);
    pages = pageCount ?? 1;
    for (const { id, integrationType, intendedState } of entities) {
      if (integrationType?.id !== type) continue;
      const path = `/api/v2/integrations/${encodeURIComponent(id)}/config/current`;
      const { name, notes, properties } = await cloud.get(path, configSchema);
      found.push({
        id,
        intendedState: intendedState ?? "DISABLED",
        name: name ?? "",
        notes: notes ?? "",
        properties: properties ?? {},
      });
    }
  }
  return found;
}
