import * as z from "zod";
import { FilesProblem } from "../../files/files-problem";
import type { GenesysCloud } from "../genesys/cloud";

const pageSchema = z.object({
  entities: z.array(z.object({ id: z.string().min(1) })),
  pageCount: z.number().nullish(),
});

/** The kinds of ids that Genesys Cloud lists, by the path that does; each page has as many as its API gives (SDKs, 2026-11). */
const LISTS: Readonly<Record<string, { readonly path: string; readonly pageSize: number }>> = {
  queues: { path: "/api/v2/routing/queues", pageSize: 500 },
  users: { path: "/api/v2/users", pageSize: 500 },
};

/** Returns the ids of every kind, sorted: those of the settings, or all that there are now. */
export async function idsOf(
  cloud: GenesysCloud,
  asked: Readonly<Record<string, "all" | readonly string[]>>,
): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const [kind, ids] of Object.entries(asked)) found[kind] = ids === "all" ? await all(cloud, kind) : ids;
  return found;
}

async function all(cloud: GenesysCloud, kind: string): Promise<string[]> {
  const list = LISTS[kind];
  if (list === undefined) throw new FilesProblem(`all ${kind} cannot be asked for; write their ids`);
  const ids = new Set<string>();
  for (let page = 1, pages = 1; page <= pages; page++) {
    const query = { pageSize: String(list.pageSize), pageNumber: String(page) };
    const { entities, pageCount } = await cloud.get(list.path, pageSchema, query);
    for (const { id } of entities) ids.add(id);
    pages = pageCount ?? 1;
  }
  return [...ids].sort();
}
