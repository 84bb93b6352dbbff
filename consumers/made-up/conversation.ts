import { type Body, bodyOf } from "./body";
import { enveloped, type MadeEvent, userOf, type World } from "./event";
import type { Organization } from "./organization";
import type { Agent, Plan, Stay } from "./plan";

/** Returns the events that Genesys Cloud sends of a conversation, in their order, with what belongs to it and is no part of its row. */
export function eventsOf(plan: Plan, world: World): MadeEvent[] {
  const { customer, flow } = plan;
  const { random, organization } = world;
  const parts: [topic: string, at: number, body: Body][] = [];
  const add = (kind: string, at: number, { participant, session }: Stay, body: Body) =>
    parts.push([
      pieceOf(kind),
      at,
      { eventTime: at, participantId: participant, sessionId: session, ...common(plan), ...body },
    ]);
  const from = { externalContactId: plan.contact, divisionId: organization.divisions[0] };
  add("customer.start", customer.from, customer, from);
  const spoken = { disconnectType: customer.disconnect, interactingDurationMs: customer.until - customer.from };
  add("customer.end", customer.until, customer, { ...from, ...spoken });
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
    const isAnswered = wait.outcome === "ANSWERED";
    const user = {
      answeredUserId: isAnswered ? plan.agents[answered - 1]?.user : undefined,
      usedRouting: isAnswered ? "STANDARD" : undefined,
    };
    const end = {
      requestedRoutings: ["STANDARD"],
      acdOutcome: wait.outcome,
      disconnectType: wait.disconnect,
      connectedDurationMs: wait.until - wait.from,
    };
    add("acd.end", wait.until, wait, { queueId: wait.queue, ...end, ...user });
  }
  for (const agent of plan.agents) addAgent(agent);
  for (const { at, values } of plan.attributes)
    parts.push([
      pieceOf("attributes"),
      at,
      { eventTime: at, participantId: customer.participant, attributes: values, communications: [] },
    ]);
  const ofCustomer = {
    purpose: "CUSTOMER",
    queueId: undefined,
    userId: undefined,
    usedRouting: undefined,
    requestedRoutings: undefined,
  };
  const metric = { sessionId: customer.session, metricDate: new Date(customer.until).toISOString(), ...common(plan) };
  parts.push([
    "v2.analytics.conversation.{id}.metrics",
    customer.until,
    { ...metric, ...ofCustomer, originatingDirection: plan.direction, metric: "tConnected", value: 1000 },
  ]);
  return parts.sort(([, a], [, b]) => a - b).map(([topic, at, body]) => event(topic, at, body));

  function addAgent(agent: Agent): void {
    const of = { userId: agent.user, queueId: agent.queue };
    const durations = {
      interactingDurationMs: agent.talk,
      heldDurationMs: agent.hold,
      alertingDurationMs: agent.alerting,
      callbackDurationMs: 0,
      contactingDurationMs: 0,
      dialingDurationMs: 0,
    };
    add("user.start", agent.from, agent, of);
    add("user.end", agent.until, agent, { ...of, disconnectType: agent.disconnect, ...durations });
    if (agent.wrapup === undefined) return;
    const { code, duration } = agent.wrapup;
    const wrapup = { wrapupCode: code, wrapupNotes: "", wrapupDurationMs: duration };
    add("wrapup", agent.until + duration, agent, { queueId: agent.queue, ...wrapup });
    add("acw", agent.until + duration + 10, agent, { ...of, ...wrapup });
  }

  /** Fills what the plan says of an event into one that has all fields; what the plan says is not there is left out. */
  function event(topic: string, at: number, body: Body): MadeEvent {
    const ids = { conversation: plan.id };
    const base = bodyOf(topic)({ random, organization, at, user: userOf(world), ids });
    const same = Object.entries(sameInAll(plan, organization)).filter(([name]) => Object.hasOwn(base, name));
    const whole = Object.entries({ ...base, ...Object.fromEntries(same), ...body, conversationId: plan.id });
    const there = Object.fromEntries(whole.filter(([, value]) => value !== undefined));
    return enveloped(topic, topic.replace("{id}", plan.id), at, there, world);
  }
}

const pieceOf = (kind: string) => `v2.detail.events.conversation.{id}.${kind}`;

const common = ({ media, direction, ani, dnis }: Plan): Body => ({
  mediaType: media,
  provider: media === "VOICE" || media === "CALLBACK" ? "Edge" : "PureCloud Messaging",
  direction,
  ani,
  dnis,
});

/** What the events of a conversation that have such a field agree on. */
const sameInAll = ({ contact, media }: Plan, { divisions, labels }: Organization): Body => ({
  conversationExternalContactIds: [contact],
  conversationExternalOrganizationIds: [],
  divisionId: divisions[0],
  divisionIds: [divisions[0]],
  externalOrganizationId: undefined,
  flowType: "INBOUNDCALL",
  utilizationLabel: labels[0],
  messageType: media === "MESSAGE" ? "OPEN" : undefined,
});
