import { attributes, mailAddress, type Organization, phone } from "./organization";
import type { Random } from "./random";

/** One stay of somebody or something in a conversation. */
export interface Stay {
  readonly participant: string;
  readonly session: string;
  readonly from: number;
  readonly until: number;
  readonly disconnect: string;
}

export interface Flow extends Stay {
  readonly flow: string;
  readonly outcomes: readonly { readonly id: string; readonly value: string; readonly at: number }[];
}

export interface Wait extends Stay {
  readonly queue: string;
  readonly outcome: "ABANDON" | "ANSWERED" | "FLOW_OUT";
}

export interface Agent extends Stay {
  readonly user: string;
  readonly queue: string | undefined;
  readonly alerting: number;
  readonly talk: number;
  readonly hold: number;
  readonly wrapup: { readonly code: string; readonly duration: number } | undefined;
}

/** The outcomes of waits, as often as they are. */
const OUTCOMES = ["ANSWERED", "ANSWERED", "ANSWERED", "ABANDON", "FLOW_OUT"] as const;

/** The truth of a conversation, from which both its events and its row follow. */
export interface Plan {
  readonly id: string;
  readonly media: string;
  readonly direction: "INBOUND" | "OUTBOUND";
  readonly ani: string;
  readonly dnis: string;
  readonly contact: string;
  readonly customer: Stay;
  readonly flow: Flow | undefined;
  readonly waits: readonly Wait[];
  readonly agents: readonly Agent[];
  readonly attributes: readonly { readonly at: number; readonly values: Readonly<Record<string, unknown>> }[];
}

/**
 * Plans a conversation that begins at a moment.
 *
 * @param full whether it has all that an ordinary one may have: an inbound one through a flow, that waits, is answered, held and wrapped up
 */
export function plan(random: Random, org: Organization, begin: number, full = false): Plan {
  let now = begin;
  const stay = (from: number, until: number, disconnect: string): Stay => ({
    participant: random.uuid(),
    session: random.uuid(),
    from,
    until,
    disconnect,
  });
  const outbound = random.chance(full ? 0 : 0.15);
  const flow = outbound || random.chance(full ? 0 : 0.1) ? undefined : flowOf();
  const waits: Wait[] = [];
  const agents: Agent[] = [];
  const customerFrom = outbound ? begin + random.int(1, 900) : begin;
  if (outbound) agents.push(agentOf(undefined, random.pick(["PEER", "CLIENT"])));
  // Whoever is transferred waits again, at most three times.
  for (let more = !outbound && random.chance(full ? 1 : 0.95); more && waits.length < 3; ) {
    const outcome = full ? "ANSWERED" : random.pick(OUTCOMES);
    more = outcome === "FLOW_OUT" || (outcome === "ANSWERED" && random.chance(full ? 0 : 0.25));
    const queue = random.skew(org.queues);
    const from = now + random.int(0, 500);
    now = from + random.int(100, 240_000);
    const ends = { ABANDON: "PEER", ANSWERED: "TRANSFER", FLOW_OUT: "TRANSFER" };
    waits.push({ ...stay(from, now, ends[outcome]), queue, outcome });
    if (outcome === "ANSWERED")
      agents.push(
        agentOf(queue, more ? random.pick(["TRANSFER", "TRANSFER_CONSULT"]) : random.pick(["PEER", "CLIENT"])),
      );
  }
  const customer = stay(customerFrom, now + random.int(1, 300), random.pick(["PEER", "CLIENT", "ENDPOINT"]));
  const media = full ? "VOICE" : random.skew(["VOICE", "MESSAGE", "CHAT", "EMAIL", "CALLBACK"]);
  return {
    id: random.uuid(),
    media,
    direction: outbound ? "OUTBOUND" : "INBOUND",
    ani: media === "EMAIL" ? mailAddress(random) : phone(random),
    dnis: media === "EMAIL" ? mailAddress(random) : phone(random),
    contact: random.uuid(),
    customer,
    flow,
    waits,
    agents,
    attributes: Array.from({ length: random.int(full ? 1 : 0, 3) }, (_, index) => ({
      at: customerFrom + index + 1,
      values: attributes(random),
    })),
  };

  function flowOf(): Flow {
    const from = now + random.int(1, 300);
    now = from + random.int(1000, 90_000);
    const outcomes = Array.from({ length: random.int(full ? 1 : 0, 2) }, (_, index) => ({
      id: random.uuid(),
      value: random.pick(["SUCCESS", "FAILURE"]),
      at: from + index + 1,
    }));
    return { ...stay(from, now, "TRANSFER"), flow: random.skew(org.flows), outcomes };
  }

  function agentOf(queue: string | undefined, disconnect: string): Agent {
    const [alerting, talk, hold] = [
      random.int(0, 8000),
      random.int(1000, 900_000),
      random.pick(full ? [30_000] : [0, 0, 30_000, 61_234]),
    ];
    // An agent is called as soon as the wait ends, and is there a moment earlier or later.
    const from = now;
    now = from + alerting + talk + hold;
    const wrapup = { code: random.skew(org.wrapups), duration: random.int(500, 120_000) };
    const user = random.skew(org.users);
    return {
      ...stay(from, now, disconnect),
      user,
      queue,
      alerting,
      talk,
      hold,
      wrapup: random.chance(full ? 1 : 0.85) ? wrapup : undefined,
    };
  }
}
