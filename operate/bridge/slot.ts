import { FilesProblem } from "../../files/files-problem";
import type { Gap, GapReason } from "../../genesys/gap";
import type { Subscription } from "../../genesys/subscriptions";
import type { GenesysCloud } from "../genesys/cloud";
import { pause } from "../genesys/request";
import { Channel, type LostBy, type Refused } from "./channel";
import { frameOf } from "./frame";
import { Overlap } from "./overlap";
import type { BridgePace } from "./pace";
import type { Spare } from "./spare";

/** The means and the ears of a slot. */
export interface Around {
  readonly cloud: GenesysCloud;
  readonly pace: BridgePace;
  /** The channels that a renewal may have beside those in use. */
  readonly spare: Spare;
  readonly ended: AbortSignal;
  /** Takes an event: the frame as it came, which is the detail, and its topic with the real ids. */
  event(text: string, topic: string): void;
  gap(gap: Gap): void;
  /** Takes every sign of life, and every attempt to come to life again. */
  alive(): void;
  refused(refused: readonly Refused[]): void;
  say(words: string): void;
}

/** The subscriptions of one channel, kept alive over its renewals and losses. */
export class Slot {
  #channel: Channel | undefined;
  /** The channel that is about to be replaced, and what has come on both. */
  #older: Channel | undefined;
  #overlap: Overlap | undefined;
  #renewal: NodeJS.Timeout | undefined;
  #renewing = false;
  /** The last moment of a channel that was lost, until there is another. */
  #downSince: number | undefined;

  constructor(
    /** The name in messages, such as `channel 3`. */
    private readonly name: string,
    public subscriptions: readonly Subscription[],
    private readonly around: Around,
  ) {}

  /** False while it is without a channel. */
  get isOpen(): boolean {
    return this.#channel !== undefined;
  }

  /** The last moment until which everything that was sent to its sockets has come. */
  get complete(): number {
    const sockets = [this.#channel, this.#older].flatMap((channel) =>
      channel === undefined ? [] : [channel.complete],
    );
    return Math.min(this.#downSince ?? Number.POSITIVE_INFINITY, ...sockets);
  }

  /** Opens the first channel. @returns the moment from which everything comes @throws FilesProblem where it cannot be opened */
  async open(): Promise<number> {
    const channel = await this.#opened();
    this.#use(channel);
    return channel.subscribed;
  }

  /** Subscribes to more, of what there was none before. */
  async add(more: readonly Subscription[]): Promise<void> {
    this.subscriptions = [...this.subscriptions, ...more];
    const refused = await this.#channel?.add(more);
    if (refused !== undefined) this.around.refused(refused);
  }

  close(): void {
    clearTimeout(this.#renewal);
    this.#older?.close();
    this.#channel?.close();
  }

  #use(channel: Channel): void {
    const { renewMs } = this.around.pace;
    this.#channel = channel;
    this.#downSince = undefined;
    clearTimeout(this.#renewal);
    this.#renewal = setTimeout(() => void this.renew(), renewMs * (1 + Math.random() / 10));
    this.#renewal.unref();
  }

  async #opened(): Promise<Channel> {
    const { around } = this;
    const state: { own?: Channel } = {};
    const { channel, refused } = await Channel.open(
      around.cloud,
      this.subscriptions,
      {
        text: (text) => {
          around.alive();
          const frame = frameOf(text);
          if (frame.kind === "closing") void this.renew();
          if (frame.kind === "ended") state.own?.lose("subscription");
          if (frame.kind !== "event") return;
          const side = state.own !== undefined && state.own === this.#older ? "older" : "newer";
          const { topic, correlation, body } = frame;
          if (this.#overlap?.isNew(side, topic, correlation, body) ?? true) around.event(text, topic);
        },
        lost: (by) => void this.#lost(state.own, by),
      },
      around.pace,
    );
    state.own = channel;
    around.refused(refused);
    return channel;
  }

  /** Opens the next channel before the one in use is closed, where there is one to spare. */
  async renew(): Promise<void> {
    const older = this.#channel;
    if (this.#renewing || older === undefined) return;
    this.#renewing = true;
    const release = await this.around.spare.take(this.around.pace.overlapMs);
    try {
      if (release === undefined) await this.#replace(older, "renewal");
      else await this.#overlapped(older);
    } finally {
      this.#renewing = false;
      release?.();
    }
  }

  async #overlapped(older: Channel): Promise<void> {
    const { pace, ended } = this.around;
    const overlap = new Overlap();
    this.#older = older;
    this.#overlap = overlap;
    const next = await this.#attempts(() => this.#channel === older);
    if (next !== undefined) {
      this.#use(next);
      if (!older.isOver) older.ping();
      await pace.wait(pace.overlapMs, ended);
      // Dead for longer than anybody saw.
      if (!older.isOver && older.heard < next.subscribed) this.#say(older.complete, next.subscribed, "silent");
      older.close();
    }
    this.#older = undefined;
    setTimeout(() => {
      if (this.#overlap === overlap) this.#overlap = undefined;
    }, pace.doublesMs).unref();
  }

  /** Ends one channel and opens another, with a gap between the two. */
  async #replace(older: Channel, reason: GapReason): Promise<void> {
    this.#channel = undefined;
    this.#downSince = older.complete;
    older.close();
    await this.#again(reason);
  }

  async #lost(channel: Channel | undefined, by: LostBy): Promise<void> {
    if (channel === undefined || this.around.ended.aborted) return;
    if (channel !== this.#channel) {
      // The older of two: what it may have missed came before the newer one was subscribed.
      const subscribed = this.#channel?.subscribed;
      if (subscribed !== undefined && channel.heard < subscribed) this.#say(channel.complete, subscribed, by);
      return;
    }
    this.around.say(`${this.name} was lost (${by}); another one is opened`);
    await this.#replace(channel, by);
  }

  async #again(reason: GapReason): Promise<void> {
    const from = this.#downSince;
    const next = await this.#attempts(() => true);
    if (next === undefined || from === undefined) return;
    this.#use(next);
    this.#say(from, next.subscribed, reason);
  }

  /** Tries until a channel is open, or until it is not wanted any more. */
  async #attempts(wanted: () => boolean): Promise<Channel | undefined> {
    const { pace, ended, say, alive } = this.around;
    for (let attempt = 1; wanted() && !ended.aborted; attempt++) {
      alive();
      try {
        const channel = await this.#opened();
        if (wanted() && !ended.aborted) return channel;
        channel.close();
      } catch (error) {
        if (!(error instanceof FilesProblem)) throw error;
        // Each time twice as seldom: an outage of hours fills no log.
        if (Number.isInteger(Math.log2(attempt))) say(`${this.name} cannot be opened: ${error.message}`);
        await pace.wait(Math.min(pause(attempt, null), pace.longestWaitMs), ended);
      }
    }
    return undefined;
  }

  #say(from: number, to: number, reason: GapReason): void {
    this.around.gap({
      from: new Date(from).toISOString(),
      to: new Date(Math.max(from, to)).toISOString(),
      topics: topicsOf(this.subscriptions),
      reason,
      subscriptions: this.subscriptions.length,
    });
  }
}

/** Returns the topics of subscriptions, with `{id}` in place of ids. */
export function topicsOf(subscriptions: readonly Subscription[]): string[] {
  return [...new Set(subscriptions.flatMap(({ topics }) => topics.map(([, topic]) => topic)))].sort();
}
