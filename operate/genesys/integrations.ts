import * as z from "zod";
import type { GenesysCloud } from "./cloud";

/** The parts of Integration and IntegrationStatusInfo, models of Genesys Cloud's SDKs, that are used (2026-11). */
const stateSchema = z.object({
  code: z.string().nullish(),
  effective: z.string().nullish(),
  detail: z
    .object({
      message: z.string().nullish(),
      messageWithParams: z.string().nullish(),
      messageParams: z.record(z.string(), z.string()).nullish(),
    })
    .nullish(),
});

const pageSchema = z.object({
  entities: z.array(
    z.object({
      id: z.string(),
      integrationType: z.object({ id: z.string().nullish() }).nullish(),
      intendedState: z.string().nullish(),
      reportedState: stateSchema.nullish(),
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
  /** `ACTIVE`, `ACTIVATING`, `INACTIVE`, `DEACTIVATING` or `ERROR`; empty where Genesys Cloud does not say. */
  readonly reportedState: string;
  /** What it says of its state, in words. */
  readonly stateWords: string | undefined;
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
  const found = known.get(type) ?? readIntegrations(cloud, type);
  known.set(type, found);
  return found;
}

/** Returns the same as they are now. */
export async function readIntegrations(cloud: GenesysCloud, type: string): Promise<readonly Integration[]> {
  const found: Integration[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const query = { pageSize: String(PAGE), pageNumber: String(page) };
    const { entities, pageCount } = await cloud.get("/api/v2/integrations", pageSchema, query);
    pages = pageCount ?? 1;
    for (const { id, integrationType, intendedState, reportedState } of entities) {
      if (integrationType?.id !== type) continue;
      const path = `/api/v2/integrations/${encodeURIComponent(id)}/config/current`;
      const { name, notes, properties } = await cloud.get(path, configSchema);
      found.push({
        id,
        intendedState: intendedState ?? "DISABLED",
        reportedState: reportedState?.code ?? "",
        stateWords: reportedState ? wordsOf(reportedState) : undefined,
        name: name ?? "",
        notes: notes ?? "",
        properties: properties ?? {},
      });
    }
  }
  return found;
}

function wordsOf({ detail, effective }: z.output<typeof stateSchema>): string | undefined {
  const { message, messageWithParams, messageParams } = detail ?? {};
  const filled = messageWithParams?.replace(/\{(\w+)\}/g, (written, name: string) => messageParams?.[name] ?? written);
  return message || filled || effective || undefined;
}
