import * as z from "zod";
import { intervalText } from "../span";
import { type GenesysRecord, type JobState, type Kind, pageOf, textIn, timeIn } from "./kind";

/** Models of Genesys Cloud's SDKs: AuditQueryServiceMapping, AuditQueryExecutionStatusResponse, …ResultsResponse (2026-11). */
const servicesSchema = z.object({ services: z.array(z.object({ name: z.string().min(1) })) });
const statusSchema = z.object({ id: z.string().min(1), state: z.string() });
const PATH = "/api/v2/audits/query";
/** The most records that a page of an audit query holds, by the SDKs' documentation. */
const PAGE = 500;
const TOPIC = "v2.audits.entitytype.{id}.entityid.{id}";

/** Audits: who changed what. A query is of one service. */
export const audits: Kind = {
  name: "audits",
  permission: "audits:audit:view",
  topics: /^v2\.audits\b/,
  pageSize: PAGE,
  parts: async (cloud) => {
    const { services } = await cloud.get(`${PATH}/servicemapping`, servicesSchema);
    return [...new Set(services.map(({ name }) => name))].sort();
  },
  begin: async (cloud, unit) => {
    const query = {
      interval: intervalText(unit),
      serviceName: unit.part,
      sort: [{ name: "Timestamp", sortOrder: "ascending" }],
    };
    return (await cloud.send("POST", PATH, query, statusSchema)).id;
  },
  state: async (cloud, job) => stateOf((await cloud.get(`${PATH}/${encodeURIComponent(job)}`, statusSchema)).state),
  page: (cloud, job, cursor) => {
    const query = { pageSize: String(PAGE), ...(cursor !== undefined && { cursor }) };
    return cloud.get(`${PATH}/${encodeURIComponent(job)}/results`, pageOf("entities"), query);
  },
  keyOf: (record) => textIn(record, "id"),
  eventOf: (record, { from }) => {
    const id = z.object({ id: z.string() }).safeParse(record.entity).data?.id ?? "";
    return {
      topic: TOPIC,
      topicName: `v2.audits.entitytype.${textIn(record, "entityType")}.entityid.${id}`,
      version: "2",
      time: timeIn(record, "eventDate") ?? from,
      body: auditBody(record),
    };
  },
};

/** The states of AuditQueryExecutionStatusResponse. */
function stateOf(state: string): JobState {
  if (/^succeeded$/i.test(state)) return "ready";
  return /^(?:queued|running)$/i.test(state) ? "running" : { ended: state };
}

/** The fields of AuditLogMessage that are called otherwise in AuditTopicAuditLogMessage, the body of events. */
const CALLED: Readonly<Record<string, string>> = { user: "username", client: "clientId", eventDate: "eventTime" };

/** Returns an audit as its event has it. What only the query gives stays as it is. */
function auditBody(record: GenesysRecord): GenesysRecord {
  const user = z.object({ id: z.string() }).safeParse(record.user).data;
  return {
    ...(textIn(record, "id") && { id: record.id }),
    ...(user && { userId: user.id }),
    ...Object.fromEntries(Object.entries(record).map(([name, value]) => [CALLED[name] ?? name, value])),
  };
}
