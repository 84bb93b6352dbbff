type Row = Readonly<Record<string, unknown>>;

/** All that a made-up organization has. */
export interface Truth {
  readonly conversations: readonly Row[];
  readonly userDetails: readonly Row[];
  readonly audits: readonly Row[];
}

export const SERVICES = ["Integrations", "PeoplePermissions"];

const iso = (ms: number) => new Date(ms).toISOString();
const id = (kind: string, index: number) => `${kind}-${String(index).padStart(7, "0")}`;

/** Returns conversations that begin all over the time, of which some last for days, and one has no end. */
export function conversationsOf(count: number, from: Date, to: Date, note = ""): Row[] {
  const length = to.getTime() - from.getTime();
  return Array.from({ length: count }, (_, index) => {
    const start = from.getTime() + Math.floor((index * length) / count);
    const lasts = index % 10 === 3 ? 30 * 3_600_000 : 300_000;
    return {
      conversationId: id("c", index),
      conversationStart: iso(start),
      ...(index !== 0 && { conversationEnd: iso(start + lasts) }),
      ...(note && { note }),
      participants: [
        { purpose: "customer", sessions: [{ mediaType: "voice", segments: Array(3).fill({ n: index }) }] },
      ],
    };
  });
}

export function truthOf(count: number, from: Date, to: Date): Truth {
  const length = to.getTime() - from.getTime();
  return {
    conversations: conversationsOf(count, from, to),
    userDetails: Array.from({ length: count }, (_, index) => {
      const startTime = iso(from.getTime() + Math.floor((index * length) / count));
      return { userId: id("u", index % 7), primaryPresence: [{ startTime, systemPresence: "AVAILABLE" }] };
    }),
    audits: Array.from({ length: count }, (_, index) => ({
      id: id("a", index),
      serviceName: SERVICES[index % SERVICES.length],
      eventDate: iso(from.getTime() + Math.floor((index * length) / count)),
      action: "Update",
      entityType: "Integration",
      entity: { id: id("e", index), name: "made up" },
      user: { id: id("u", index % 7) },
      client: { id: "client" },
    })),
  };
}

/** Returns what a job of a time gives, as Genesys Cloud says: whatever was active in it. */
export function rowsIn(truth: Truth, list: keyof Truth, interval: string, service?: string): Row[] {
  const [from = "", to = ""] = interval.split("/");
  const within = (time: unknown) => String(time) >= from && String(time) < to;
  if (list === "audits") return truth.audits.filter((row) => row.serviceName === service && within(row.eventDate));
  if (list === "userDetails")
    return truth.userDetails.filter(({ primaryPresence }) => within((primaryPresence as [Row])[0].startTime)); // as truthOf makes it
  return truth.conversations.filter(
    ({ conversationStart: start, conversationEnd: end = "9" }) => String(start) < to && String(end) >= from,
  );
}
