import * as z from "zod";
import type { GenesysCloud } from "../../genesys/cloud";
import { intervalText } from "../span";
import type { Unit } from "../unit";
import type { JobState, Kind, Page } from "./kind";

/** Models of Genesys Cloud's SDKs: AsyncQueryResponse, AsyncQueryStatus, DataAvailabilityResponse and the answers of queries (2026-11). */
const jobSchema = z.object({ jobId: z.string().min(1) });
const statusSchema = z.object({ state: z.string(), errorMessage: z.string().nullish() });
const availabilitySchema = z.object({ dataAvailabilityDate: z.iso.datetime({ offset: true }).nullish() });
const countSchema = z.object({ totalHits: z.int().min(0).nullish() });

/** Records of a page. The API names no limit; connectors ask for as many (2026-11). */
const PAGE = 1000;

/** Returns how details are asked for by jobs: those of `conversations` or of `users`. */
export function byDetailsJobs(
  path: `/api/v2/analytics/${string}/details`,
  page: z.ZodType<Page>,
  order: object,
): Pick<Kind, "pageSize" | "available" | "count" | "begin" | "state" | "page"> {
  return {
    pageSize: PAGE,
    available: async (cloud) => {
      const { dataAvailabilityDate } = await cloud.get(`${path}/jobs/availability`, availabilitySchema);
      return dataAvailabilityDate ? new Date(dataAvailabilityDate) : undefined;
    },
    count: async (cloud, unit) => {
      const query = { interval: intervalText(unit), paging: { pageSize: 1, pageNumber: 1 } };
      return (await cloud.send("POST", `${path}/query`, query, countSchema)).totalHits ?? undefined;
    },
    begin: (cloud, unit) => begun(cloud, path, unit, order),
    state: async (cloud, job) => {
      const { state, errorMessage } = await cloud.get(`${path}/jobs/${encodeURIComponent(job)}`, statusSchema);
      return stateOf(state, errorMessage ?? "");
    },
    page: (cloud, job, cursor) => {
      const query = { pageSize: String(PAGE), ...(cursor !== undefined && { cursor }) };
      return cloud.get(`${path}/jobs/${encodeURIComponent(job)}/results`, page, query);
    },
  };
}

async function begun(cloud: GenesysCloud, path: string, unit: Unit, order: object): Promise<string> {
  return (await cloud.send("POST", `${path}/jobs`, { interval: intervalText(unit), ...order }, jobSchema)).jobId;
}

/** The states of AsyncQueryStatus. */
function stateOf(state: string, words: string): JobState {
  if (state === "FULFILLED") return "ready";
  if (state === "QUEUED" || state === "PENDING") return "running";
  return { ended: words === "" ? state : `${state}: ${words}` };
}
