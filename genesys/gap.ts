import * as z from "zod";

/** The detail-type of an event that says what was missed, and its topic for rules. */
export const GAP = "bridge.gap";

/**
 * The reasons for a gap: the socket `dropped`; it was `silent`, without a heartbeat; the bridge `stopped`, as it was told to, or `died`;
 * a `renewal` had no channel to spare; EventBridge `refused` an event; the service ended the `subscription`.
 */
export const gapReasons = ["died", "dropped", "refused", "renewal", "silent", "stopped", "subscription"] as const;

export type GapReason = (typeof gapReasons)[number];

const time = z.iso.datetime({ offset: true });

const gapSchema = z.object({
  /** The last moment until which everything is known to have come, so that nothing before it is missing. */
  from: time,
  /** The first moment from which everything comes again. */
  to: time,
  /** The topics, with {id} in place of ids, of which events may be missing between the two. */
  topics: z.array(z.string().min(1)).min(1),
  reason: z.enum(gapReasons),
  /** The number of subscriptions, with ids, that were without a socket. */
  subscriptions: z.int().min(0),
});

/** A time in which events of a stream may have been missed. */
export type Gap = z.output<typeof gapSchema>;

const eventSchema = z.object({
  "detail-type": z.literal(GAP),
  source: z.string().min(1),
  detail: z.object({ eventBody: gapSchema }),
});

/** A gap with the exact source of the stream that has it. */
export interface SaidGap extends Gap {
  readonly source: string;
}

/** Returns the detail of the event that says a gap, in the envelope of every other event of the stream. */
export function gapDetail(gap: Gap): object {
  return { topicName: GAP, version: "1", eventBody: gap, metadata: {} };
}

/** Returns the gap that an event says, as it is on the bus, in an archive or in Firehose's files; undefined where it says none. */
export function gapOf(event: unknown): SaidGap | undefined {
  const { data } = eventSchema.safeParse(event);
  return data && { ...data.detail.eventBody, source: data.source };
}

/** Returns whether an event claims to say a gap, so that one in another shape is not passed over. */
export function claimsGap(event: unknown): boolean {
  return z.object({ "detail-type": z.literal(GAP) }).safeParse(event).success;
}
