import type { Plan, Stay } from "../../consumers/made-up/plan";

/** Returns the record of details that Genesys Cloud has of a conversation, as `backfill` fetches it. */
export function recordOf({
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
}: Plan) {
  const common = { mediaType: media.toLowerCase(), direction: direction.toLowerCase(), ani, dnis };
  const participant = (purpose: string, stay: Stay, more: object, segments: readonly object[], own: object = {}) => ({
    participantId: stay.participant,
    purpose,
    ...more,
    sessions: [{ sessionId: stay.session, ...common, segments, ...own }],
  });
  const segment = (segmentType: string, from: number, until: number, more: object = {}) => ({
    segmentType,
    segmentStart: iso(from),
    segmentEnd: iso(until),
    ...more,
  });
  const stayed = (stay: Stay, more: object = {}) =>
    segment("interact", stay.from, stay.until, { ...more, disconnectType: camelCase(stay.disconnect) });
  const metrics = (values: Readonly<Record<string, number>>) => ({
    metrics: Object.entries(values).map(([name, value]) => ({ name, value })),
  });
  return {
    conversationId: id,
    conversationStart: iso(
      Math.min(customer.from, ...(direction === "OUTBOUND" ? agents.map(({ from }) => from) : [])),
    ),
    conversationEnd: iso(customer.until),
    originatingDirection: direction.toLowerCase(),
    participants: [
      participant("customer", customer, { externalContactId: contact, attributes: attributes.at(-1)?.values ?? {} }, [
        stayed(customer),
      ]),
      ...(flow === undefined
        ? []
        : [
            participant("ivr", flow, {}, [stayed(flow)], {
              flow: {
                flowId: flow.flow,
                outcomes: flow.outcomes.map((one) => ({
                  flowOutcomeId: one.id,
                  flowOutcomeValue: one.value,
                  flowOutcomeStartTimestamp: iso(one.at),
                })),
              },
            }),
          ]),
      ...waits.map((wait) => {
        const waited = wait.until - wait.from;
        const how = { ABANDON: "tAbandon", ANSWERED: "tAnswered", FLOW_OUT: "tFlowOut" }[wait.outcome];
        return participant(
          "acd",
          wait,
          {},
          [stayed(wait, { queueId: wait.queue })],
          metrics({ tAcd: waited, [how]: waited }),
        );
      }),
      ...agents.map((agent) => {
        const { from, until, alerting, talk, hold, queue, wrapup } = agent;
        const segments = [
          segment("alert", from, from + alerting, { queueId: queue }),
          segment("interact", from + alerting, until, { queueId: queue, disconnectType: camelCase(agent.disconnect) }),
          ...(wrapup === undefined
            ? []
            : [segment("wrapup", until, until + wrapup.duration, { queueId: queue, wrapUpCode: wrapup.code })]),
        ];
        const measured = { tTalkComplete: talk, tHeldComplete: hold, ...(wrapup && { tAcw: wrapup.duration }) };
        return participant("agent", agent, { userId: agent.user }, segments, metrics(measured));
      }),
    ],
  };
}

const iso = (at: number) => new Date(at).toISOString();
const camelCase = (word: string) => word.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
