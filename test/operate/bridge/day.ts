import { setTimeout } from "node:timers/promises";
import type { Gap } from "../../../genesys/gap";
import { gapOf } from "../../../genesys/gap";
import { Bridge } from "../../../operate/bridge/bridge";
import type { Checkpoint } from "../../../operate/bridge/checkpoint";
import { Outbox, type OutboxLimits, type Put } from "../../../operate/bridge/outbox";
import type { BridgePace } from "../../../operate/bridge/pace";
import { genesysAccess } from "../../../operate/genesys/access";
import { GenesysCloud } from "../../../operate/genesys/cloud";
import type { NotificationServer } from "./notifications";
import { FAST } from "./pace";

const SOURCE = "notifications/dev/live";

interface Asked {
  readonly topics?: readonly string[];
  readonly ids?: Readonly<Record<string, "all" | string[]>>;
  readonly pace?: Partial<BridgePace>;
  readonly put?: Put;
  readonly limits?: OutboxLimits;
  readonly checkpoint?: Checkpoint;
}

/** A bridge in this process, with what it said and what it put. */
export function bridgeTo(server: NotificationServer, asked: Asked = {}) {
  const pace = { ...FAST, ...asked.pace };
  const said: string[] = [];
  const put: { readonly detailType: string; readonly n: number }[] = [];
  const gaps: Gap[] = [];
  const state = { full: false };
  const take: Put = async (entries, ended) => {
    const codes = (await asked.put?.(entries, ended)) ?? entries.map(() => undefined);
    for (const [at, { Detail, DetailType, Source }] of entries.entries()) {
      if (codes[at] !== undefined) continue;
      const detail = JSON.parse(Detail);
      const gap = gapOf({ "detail-type": DetailType, source: Source, detail });
      if (gap) gaps.push(gap);
      else put.push({ detailType: DetailType, n: detail.eventBody.n });
    }
    return codes;
  };
  const told = {
    full: () => {
      state.full = true;
    },
    refused: (gap: Gap, why: string) => {
      said.push(why);
      bridge.lost(gap);
    },
    say: (words: string) => void said.push(words),
  };
  const outbox = new Outbox(SOURCE, take, "dev-live", told, pace, asked.limits);
  const cloud = new GenesysCloud(genesysAccess(server.env, undefined), {
    tries: 3,
    unansweredTries: 1,
    answerMs: 2_000,
    wait: (ms) => setTimeout(Math.min(ms, 20)),
  });
  const bridge = new Bridge({
    settings: { topics: [...(asked.topics ?? ["v2.users.{id}.presence"])], ids: asked.ids ?? { users: "all" } },
    cloud,
    sink: outbox,
    pace,
    checkpoint: asked.checkpoint,
    say: (words) => void said.push(words),
    figures: () => undefined,
    alive: () => undefined,
  });
  return { bridge, outbox, said, put, gaps, state };
}

/** Ids of users, each as long as any. */
export const userIds = (count: number) =>
  Array.from({ length: count }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`);

/** Waits until something holds. */
export async function until(holds: () => boolean, milliseconds = 20_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !holds(); await setTimeout(5))
    if (Date.now() > end) throw new Error("what was waited for did not come");
}

/** Publishes events with numbers one after the other, and notes when. */
export class Publisher {
  readonly times: number[] = [];

  constructor(
    private readonly server: NotificationServer,
    private readonly users: readonly string[],
    private readonly about = "presence",
  ) {}

  /** Sends so many, in bursts a few milliseconds apart. */
  async send(count: number, burst: number): Promise<void> {
    for (let sent = 0; sent < count; sent += burst) {
      for (let at = 0; at < burst; at++) {
        const n = this.times.length;
        const user = this.users[n % this.users.length];
        this.times.push(Date.now());
        this.server.publish(`v2.users.${user}.${this.about}`, { n }, `c-${n}`);
      }
      await setTimeout(5);
    }
  }
}

/** Returns what was published and is neither put nor within a gap, and what was put more often than once. */
export function missing(times: readonly number[], put: readonly { readonly n: number }[], gaps: readonly Gap[]) {
  const counts = new Map<number, number>();
  for (const { n } of put) counts.set(n, (counts.get(n) ?? 0) + 1);
  const within = (time: number) => gaps.some(({ from, to }) => Date.parse(from) <= time && time <= Date.parse(to));
  const absent = times.flatMap((_, n) => (counts.has(n) ? [] : [n]));
  return {
    absent,
    unsaid: absent.filter((n) => !within(times[n] ?? 0)),
    doubled: [...counts].filter(([, count]) => count > 1).map(([n]) => n),
  };
}
