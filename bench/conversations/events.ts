import { type Body, iso, type Organization } from "../load/organization";
import type { Random } from "../load/random";
import type { Agent, Plan, Stay } from "./plan";

export interface MadeEvent {
  readonly id: string;
  readonly "detail-type": string;
  readonly time: string;
  readonly detail: { readonly eventBody: Body; readonly [name: string]: unknown };
  readonly [name: string]: unknown;
}

/** Returns the events that Genesys Cloud sends of a conversation, in their order, with what belongs to it and is no part of its row. */
export function eventsOf(plan: Plan, org: Organization, random: Random): MadeEvent[] {
  const { customer, flow } = plan;
  const parts: [kind: string, at: number, body: Body][] = [];
  const add = (kind: string, at: number, { participant, session }: Stay, body: Body) =>
    parts.push([kind, at, { participantId: participant, sessionId: session, ...common(plan), ...body }]);
  const from = { externalContactId: plan.contact, divisionId: org.divisions[0] };
  add("customer.start", customer.from, customer, from);
  add("customer.end", customer.until, customer, { ...from, disconnectType: customer.disconnect });
  if (flow !== undefined) {
    const of = { flowId: flow.flow, flowType: "INBOUNDCALL", flowVersion: "7.0" };
    add("flow.start", flow.from, flow, of);
    for (const { id, value, at } of flow.outcomes)
      add("flow.outcome", at, flow, { ...of, flowOutcomeId: id, flowOutcomeValue: value });
    const end = { disconnectType: flow.disconnect, connectedDurationMs: flow.until - flow.from, transferType: "ACD" };
    add("flow.end", flow.until, flow, { ...of, ...end });
  }
  for (const [index, wait] of plan.waits.entries()) {
    add("acd.start", wait.from, wait, { queueId: wait.queue, routingPriority: 0 });
    const answered = plan.waits.slice(0, index + 1).filter(({ outcome }) => outcome === "ANSWERED").length;
    const user = wait.outcome === "ANSWERED" ? { answeredUserId: plan.agents[answered - 1]?.user } : {};
    const end = {
      acdOutcome: wait.outcome,
      disconnectType: wait.disconnect,
      connectedDurationMs: wait.until - wait.from,
    };
    add("acd.end", wait.until, wait, { queueId: wait.queue, ...end, ...user });
  }
  for (const agent of plan.agents) addAgent(agent);
  for (const { at, values } of plan.attributes)
    parts.push(["attributes", at, { participantId: customer.participant, attributes: values, communications: [] }]);
  const conversation = parts.sort(([, a], [, b]) => a - b).map(([kind, at, body]) => event(kind, at, body));
  return [...conversation, metric()];

  function addAgent(agent: Agent): void {
    const of = { userId: agent.user, ...(agent.queue && { queueId: agent.queue }) };
    const durations = {
      interactingDurationMs: agent.talk,
      heldDurationMs: agent.hold,
      alertingDurationMs: agent.alerting,
    };
    add("user.start", agent.from, agent, of);
    add("user.end", agent.until, agent, { ...of, disconnectType: agent.disconnect, ...durations });
    if (agent.wrapup === undefined) return;
    const { code, duration } = agent.wrapup;
    const wrapup = { wrapupCode: code, wrapupNotes: "", wrapupDurationMs: duration };
    add("wrapup", agent.until + duration, agent, { queueId: agent.queue, ...wrapup });
    add("acw", agent.until + duration + 10, agent, { ...of, ...wrapup });
  }

  function event(kind: string, at: number, body: Body): MadeEvent {
    const topic = `v2.detail.events.conversation.{id}.${kind}`;
    return envelope(topic, at, { eventTime: at, conversationId: plan.id, ...body });
  }

  function metric(): MadeEvent {
    const of = { conversationId: plan.id, sessionId: customer.session, metric: "tConnected", value: 1000 };
    const at = customer.until;
    return envelope("v2.analytics.conversation.{id}.metrics", at, { ...of, metricDate: iso(at) });
  }

  function envelope(topic: string, at: number, eventBody: Body): MadeEvent {
    return {
      version: "0",
      id: random.uuid(),
      "detail-type": topic,
      source: `aws.partner/genesys.com/cloud/${org.id}/prod`,
      account: "123456789012",
      time: `${iso(at).slice(0, 19)}Z`,
      region: "us-east-1",
      resources: [],
      detail: {
        topicName: topic.replace("{id}", plan.id),
        version: "2",
        eventBody,
        metadata: { CorrelationId: random.uuid() },
        timestamp: iso(at + random.int(10, 400)),
      },
    };
  }
}

const common = ({ media, direction, ani, dnis }: Plan): Body => ({
  mediaType: media,
  provider: "Edge",
  direction,
  ani,
  dnis,
});
