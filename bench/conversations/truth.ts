import type { Plan } from "../../consumers/made-up/plan";
import { iso } from "../load/organization";

/** A row of `conversations --format json`. */
export type TrueRow = Readonly<Record<string, unknown>>;

/** Returns the row that a conversation has where every event of it is seen. */
export function truthOf({
  id,
  media,
  direction,
  ani,
  dnis,
  contact,
  customer,
  flow,
  waits,
  agents,
  attributes,
}: Plan): TrueRow {
  const inOrder = [...agents].sort((a, b) => a.from - b.from);
  // A queue is also an agent's, where nobody waited in it.
  const queues = [...waits, ...inOrder.filter(({ queue }) => queue !== undefined)].sort((a, b) => a.from - b.from);
  const last = waits.at(-1);
  const wrapups = agents.flatMap(({ wrapup }) => wrapup ?? []);
  const moments = [
    ...[customer, ...(flow === undefined ? [] : [flow]), ...waits, ...agents].flatMap(({ from, until }) => [
      from,
      until,
    ]),
    ...agents.flatMap(({ until, wrapup }) => (wrapup === undefined ? [] : [until + wrapup.duration + 10])),
    ...attributes.map(({ at }) => at),
  ];
  return {
    conversation_id: id,
    began: iso(Math.min(customer.from, ...(direction === "OUTBOUND" ? agents.map(({ from }) => from) : []))),
    ended: iso(customer.until),
    media_type: media,
    direction,
    ani,
    dnis,
    external_contact_id: contact,
    queues: new Set(queues.map(({ queue }) => queue)).size,
    first_queue_id: queues[0]?.queue ?? null,
    last_queue_id: queues.at(-1)?.queue ?? null,
    agents: new Set(agents.map(({ user }) => user)).size,
    first_agent_id: inOrder[0]?.user ?? null,
    last_agent_id: inOrder.at(-1)?.user ?? null,
    wait_seconds: waits.length > 0 ? sum(waits.map(({ from, until }) => until - from)) : null,
    talk_seconds: agents.length > 0 ? sum(agents.map(({ talk }) => talk)) : null,
    hold_seconds: agents.length > 0 ? sum(agents.map(({ hold }) => hold)) : null,
    wrapup_seconds: wrapups.length > 0 ? sum(wrapups.map(({ duration }) => duration)) : null,
    transfers: agents.filter(({ disconnect }) => disconnect.startsWith("TRANSFER")).length,
    abandoned: last === undefined ? null : last.outcome === "ABANDON",
    abandoned_by: last?.outcome === "ABANDON" ? last.disconnect : null,
    disconnect_type: customer.disconnect,
    wrapup_codes: wrapups.length > 0 ? wrapups.map(({ code }) => code).sort() : null,
    flow_outcomes: flow?.outcomes.length ? flow.outcomes.map((one) => `${one.id}=${one.value}`).sort() : null,
    attributes: attributes.at(-1)?.values ?? null,
    parts:
      2 * (1 + (flow === undefined ? 0 : 1) + waits.length + agents.length + wrapups.length) +
      (flow?.outcomes.length ?? 0) +
      (attributes.length > 0 ? 1 : 0),
    last_part: iso(Math.max(...moments)),
    complete: true,
    origin: "stream",
  };
}

const sum = (milliseconds: readonly number[]) => milliseconds.reduce((all, one) => all + one, 0) / 1000;
