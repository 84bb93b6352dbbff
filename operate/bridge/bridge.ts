import { NOTIFICATION_CHANNELS, NOTIFICATION_TOPICS } from "../../aws/limits";
import { FilesProblem } from "../../files/files-problem";
import type { Gap } from "../../genesys/gap";
import type { Subscription } from "../../genesys/subscriptions";
import { isOf } from "../../genesys/topics";
import type { Subscribed } from "../../streams/stream-type";
import { plural } from "../../text/words";
import type { GenesysCloud } from "../genesys/cloud";
import type { Refused } from "./channel";
import type { Checkpoint } from "./checkpoint";
import type { BridgePace } from "./pace";
import type { Figures, Sink } from "./sink";
import { type Around, Slot, topicsOf } from "./slot";
import { Spare } from "./spare";
import { subscriptionsNow } from "./subscriptions-now";

/** What a bridge is made of, and whom it tells. */
export interface BridgeParts {
  readonly settings: Subscribed;
  readonly cloud: GenesysCloud;
  readonly sink: Sink;
  readonly pace: BridgePace;
  /** Left out where nothing is put on a bus. */
  readonly checkpoint?: Checkpoint | undefined;
  say(words: string): void;
  figures(figures: Figures): void;
  /** Takes every sign of life. */
  alive(): void;
}

/** Holds the channels of one stream and gives what comes on them to a sink, until it is stopped. */
export class Bridge {
  readonly #slots: Slot[] = [];
  /** Every topic with its real ids, and the one with `{id}` in their place. */
  readonly #topics = new Map<string, string>();
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #ending = new AbortController();
  readonly #spare = new Spare(NOTIFICATION_CHANNELS);
  #events = 0;
  #gaps = 0;
  #isOpen = false;

  constructor(private readonly parts: BridgeParts) {}

  /** Opens every channel, and says the gap since an earlier run. @throws FilesProblem where a channel cannot be opened */
  async start(): Promise<void> {
    const { checkpoint, pace, settings, say } = this.parts;
    const before = await checkpoint?.read();
    const { subscriptions, sum } = await subscriptionsNow(this.parts.cloud, settings);
    const opened: number[] = [];
    for (const part of chunks(subscriptions)) opened.push(await this.#slot(part).open());
    say(`${plural(subscriptions.length, "subscription")} on ${plural(opened.length, "channel")}: ${sum}`);
    if (this.#slots.length === NOTIFICATION_CHANNELS)
      say("every channel is in use, so that a renewal has none to spare: each will have a gap, which is said");
    if (before !== undefined) {
      const to = new Date(Math.max(...opened, Date.parse(before.seen))).toISOString();
      const reason = before.ended ? "stopped" : "died";
      this.#gap({
        from: before.seen,
        to,
        topics: topicsOf(subscriptions),
        reason,
        subscriptions: subscriptions.length,
      });
    }
    this.#isOpen = true;
    await this.#keep(false);
    this.#every(pace.checkpointMs, () => this.#keep(false));
    this.#every(pace.reportMs, async () => this.#report());
    if (Object.values(settings.ids).includes("all")) this.#every(pace.refreshMs, () => this.#refresh());
  }

  /**
   * Closes every channel and waits until what came is out.
   *
   * @param isTold false where it ends by itself, and no later run is to think that it was told to
   * @returns false where some of it could not be put in time
   */
  async stop(isTold = true): Promise<boolean> {
    this.#ending.abort();
    for (const timer of this.#timers) clearInterval(timer);
    const heard = this.#seen();
    for (const slot of this.#slots) slot.close();
    const { sink, pace } = this.parts;
    const late = new AbortController();
    const drained = await Promise.race([
      sink.drained().then(() => true),
      pace.wait(isTold ? pace.drainMs : 0, late.signal).then(() => false),
    ]);
    late.abort();
    const seen = Math.min(heard, this.#put);
    this.#report();
    // Before it is kept until when all is there: nothing comes behind that.
    sink.end();
    if (this.#isOpen) await this.#keep(isTold, seen);
    return drained;
  }

  #slot(subscriptions: readonly Subscription[]): Slot {
    const slot = new Slot(`channel ${this.#slots.length + 1}`, subscriptions, this.#around);
    this.#slots.push(slot);
    this.#spare.use(1);
    this.#know(subscriptions);
    return slot;
  }

  get #around(): Around {
    const { cloud, pace, alive, say } = this.parts;
    return {
      cloud,
      pace,
      spare: this.#spare,
      ended: this.#ending.signal,
      alive,
      say,
      event: (text, topic) => {
        this.#events++;
        this.parts.sink.event(this.#topic(topic), text);
      },
      gap: (gap) => this.#gap(gap),
      refused: (refused) => this.#refused(refused),
    };
  }

  #gap(gap: Gap): void {
    const { sink, say } = this.parts;
    this.#gaps++;
    say(`events of ${gap.topics.join(", ")} may be missing from ${gap.from} to ${gap.to} (${gap.reason})`);
    sink.gap(gap);
  }

  /** Counts a gap that the sink itself says. */
  lost(gap: Gap): void {
    this.#gap(gap);
  }

  #know(subscriptions: readonly Subscription[]): void {
    for (const { topics } of subscriptions) for (const [concrete, topic] of topics) this.#topics.set(concrete, topic);
  }

  /** The topic with `{id}` in place of ids; one that nobody asked for stays as it is. */
  #topic(concrete: string): string {
    const { topics } = this.parts.settings;
    return this.#topics.get(concrete) ?? topics.find((topic) => isOf(concrete, topic)) ?? concrete;
  }

  #refused(refused: readonly Refused[]): void {
    const byReason = new Map<string, Set<string>>();
    for (const { subscription, reason } of refused) {
      // An id in the words would make each another reason.
      const words = reason.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, "{id}");
      const topics = byReason.get(words) ?? new Set();
      for (const [, topic] of subscription.topics) topics.add(topic);
      byReason.set(words, topics);
    }
    for (const [reason, topics] of byReason)
      this.parts.say(
        `Genesys Cloud refuses ${[...topics].sort().join(", ")}: ${reason}; give a role of the OAuth client that permission`,
      );
  }

  /** Subscribes to users or queues that are new. Those that are gone send nothing, and are left out when their channel is renewed. */
  async #refresh(): Promise<void> {
    const { subscriptions } = await subscriptionsNow(this.parts.cloud, this.parts.settings);
    const wanted = new Set(subscriptions.map(({ text }) => text));
    const had = new Set(this.#slots.flatMap((slot) => slot.subscriptions.map(({ text }) => text)));
    for (const slot of this.#slots) slot.subscriptions = slot.subscriptions.filter(({ text }) => wanted.has(text));
    const more = subscriptions.filter(({ text }) => !had.has(text));
    if (more.length === 0) return;
    this.#know(more);
    this.parts.say(`${plural(more.length, "new subscription")}`);
    for (const slot of this.#slots) {
      const room = more.splice(0, Math.max(0, NOTIFICATION_TOPICS - slot.subscriptions.length));
      if (room.length > 0) await slot.add(room);
    }
    for (const part of chunks(more)) await this.#slot(part).open();
  }

  /** The moment before which all that was sent is on the bus, on every channel. */
  #seen(): number {
    return Math.min(Date.now(), this.#put, ...this.#slots.map(({ complete }) => complete));
  }

  /** The moment before which nothing was sent that waits: it was under way before it came. */
  get #put(): number {
    const { sink, pace } = this.parts;
    return (sink.since ?? Number.POSITIVE_INFINITY) - pace.transitMs;
  }

  async #keep(ended: boolean, seen = this.#seen()): Promise<void> {
    await this.parts.checkpoint?.write({ seen: new Date(seen).toISOString(), ended });
  }

  #report(): void {
    const { sink, figures } = this.parts;
    const { since } = sink;
    figures({
      events: this.#events,
      gaps: this.#gaps,
      channels: this.#slots.filter(({ isOpen }) => isOpen).length,
      waiting: sink.waiting,
      waited_seconds: since === undefined ? 0 : Math.round((Date.now() - since) / 1000),
    });
    this.#events = 0;
    this.#gaps = 0;
  }

  /** Does something again and again, once at a time. What fails is said, and tried the next time. */
  #every(milliseconds: number, work: () => Promise<void>): void {
    let isRunning = false;
    const run = async () => {
      if (isRunning) return;
      isRunning = true;
      try {
        await work();
      } catch (error) {
        if (!(error instanceof FilesProblem)) throw error;
        this.parts.say(error.message);
      } finally {
        isRunning = false;
      }
    };
    this.#timers.push(setInterval(() => void run(), milliseconds));
  }
}

function chunks(subscriptions: readonly Subscription[]): Subscription[][] {
  const count = Math.ceil(subscriptions.length / NOTIFICATION_TOPICS);
  return Array.from({ length: count }, (_, at) =>
    subscriptions.slice(at * NOTIFICATION_TOPICS, (at + 1) * NOTIFICATION_TOPICS),
  );
}
