import { setTimeout } from "node:timers/promises";

/** The times of a bridge, in milliseconds; tests have shorter ones. */
export interface BridgePace {
  /** The age at which a channel is renewed, with up to a tenth more so that not all are at once. A channel lives for 24 hours. */
  readonly renewMs: number;
  /** The time for which both channels of a renewal are open. Genesys Cloud says a minute before that it closes a socket. */
  readonly overlapMs: number;
  /** The time for which doubles are known after the older channel was closed. */
  readonly doublesMs: number;
  readonly pingMs: number;
  /** The silence after which a socket is taken for dead. Genesys Cloud sends a heartbeat every 30 seconds, and answers each ping. */
  readonly silentMs: number;
  /** The time for which an event may be under way to a socket: whoever heard something then may have missed what was sent before. */
  readonly transitMs: number;
  /** The longest wait between two attempts to open a channel. */
  readonly longestWaitMs: number;
  readonly checkpointMs: number;
  readonly reportMs: number;
  /** The time after which the ids of all users or queues are asked for again. */
  readonly refreshMs: number;
  /** The time in which an event waits for others that go with it. */
  readonly gatherMs: number;
  /** The time that what waits is given when the bridge is told to stop. */
  readonly drainMs: number;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<unknown>;
}

const MINUTE = 60_000;

export const BRIDGE_PACE: BridgePace = {
  renewMs: 20 * 60 * MINUTE,
  overlapMs: 10_000,
  doublesMs: MINUTE,
  pingMs: 15_000,
  silentMs: 75_000,
  transitMs: 5_000,
  longestWaitMs: MINUTE,
  checkpointMs: 10_000,
  reportMs: MINUTE,
  refreshMs: 60 * MINUTE,
  gatherMs: 100,
  drainMs: 25_000,
  wait: (ms, signal) => setTimeout(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
};
