import { WebSocket } from "ws";
import * as z from "zod";
import { NOTIFICATION_TOPICS } from "../../aws/limits";
import { FilesProblem } from "../../files/files-problem";
import type { GapReason } from "../../genesys/gap";
import type { Subscription } from "../../genesys/subscriptions";
import type { GenesysCloud } from "../genesys/cloud";
import type { BridgePace } from "./pace";

/** The reasons for which an open channel ends without being told to. */
export type LostBy = Extract<GapReason, "dropped" | "silent" | "subscription">;

/** A subscription that Genesys Cloud refuses, in its own words, which name the permission. */
export interface Refused {
  readonly subscription: Subscription;
  readonly reason: string;
}

/** Takes what a channel receives; `lost` is said once at most, and never after `close`. */
export interface Listener {
  text(text: string): void;
  lost(by: LostBy): void;
}

const PATH = "/api/v2/notifications/channels";
const channelSchema = z.object({ id: z.string().min(1), connectUri: z.url({ protocol: /^wss?$/ }) });
/** The parts of ChannelTopic, the model of Genesys Cloud's SDKs, that are used (2026-11). */
const answerSchema = z.object({
  entities: z
    .array(z.object({ id: z.string(), state: z.string().nullish(), rejectionReason: z.string().nullish() }))
    .nullish(),
});
const PING = JSON.stringify({ message: "ping" });
/** Above any frame that EventBridge would take. */
const FRAME_BYTES = 4 * 1024 * 1024;

/** A channel of the notification service with its one socket. */
export class Channel {
  /** The last moment at which the socket was heard. */
  heard = Date.now();
  /** The moment from which every event of its subscriptions comes. */
  subscribed = Number.POSITIVE_INFINITY;
  readonly #socket: WebSocket;
  #watch: NodeJS.Timeout | undefined;
  #over = false;

  private constructor(
    private readonly cloud: GenesysCloud,
    private readonly id: string,
    uri: string,
    private readonly listener: Listener,
    private readonly pace: BridgePace,
  ) {
    // No compression, which would cost more of a small machine than it saves.
    this.#socket = new WebSocket(uri, {
      perMessageDeflate: false,
      handshakeTimeout: 15_000,
      maxPayload: FRAME_BYTES,
    });
  }

  /**
   * Opens a channel, connects its socket and then subscribes, so that nothing that comes of a subscription has nowhere to go.
   *
   * @returns the subscriptions that are refused, too
   * @throws FilesProblem where Genesys Cloud refuses the channel or cannot be reached
   */
  static async open(
    cloud: GenesysCloud,
    subscriptions: readonly Subscription[],
    listener: Listener,
    pace: BridgePace,
  ): Promise<{ readonly channel: Channel; readonly refused: readonly Refused[] }> {
    const { id, connectUri } = await cloud.send("POST", PATH, {}, channelSchema);
    const channel = new Channel(cloud, id, connectUri, listener, pace);
    try {
      await channel.#connected();
      const refused = await channel.#subscribe("PUT", subscriptions);
      // What ended meanwhile has said so to nobody yet.
      if (channel.#over) throw new FilesProblem("the socket was closed before its topics were subscribed to");
      channel.subscribed = Date.now();
      return { channel, refused };
    } catch (error) {
      channel.close();
      throw error;
    }
  }

  /** Subscribes to more. @returns what is refused of it */
  add(subscriptions: readonly Subscription[]): Promise<readonly Refused[]> {
    return this.#subscribe("POST", subscriptions);
  }

  /** Closes the socket. The channel itself is gone when Genesys Cloud wants its place, and a day later at the latest. */
  close(): void {
    this.#end();
    this.#socket.close();
    // A peer that is gone answers nothing.
    setTimeout(() => this.#socket.terminate(), 5_000).unref();
  }

  #connected(): Promise<void> {
    const socket = this.#socket;
    socket.on("message", (data) => {
      this.heard = Date.now();
      if (!this.#over) this.listener.text(data.toString());
    });
    return new Promise((resolve, reject) => {
      socket.on("error", (error) => {
        reject(new FilesProblem(`the socket of a channel cannot be opened (${error.message})`));
      });
      socket.on("close", () => {
        reject(new FilesProblem("the socket of a channel was closed at once"));
        this.lose("dropped");
      });
      socket.once("open", () => {
        this.heard = Date.now();
        this.#watch = setInterval(() => this.#look(), this.pace.pingMs);
        resolve();
      });
    });
  }

  #look(): void {
    if (Date.now() - this.heard > this.pace.silentMs) this.lose("silent");
    else this.ping();
  }

  /** Asks for a sign of life. */
  ping(): void {
    this.#socket.send(PING, () => undefined);
  }

  /** The last moment until which everything that was sent has come. */
  get complete(): number {
    return this.heard - this.pace.transitMs;
  }

  /** True once it is closed or lost. */
  get isOver(): boolean {
    return this.#over;
  }

  /** Ends the channel, and says why. */
  lose(by: LostBy): void {
    if (this.#over) return;
    this.#end();
    this.#socket.terminate();
    this.listener.lost(by);
  }

  #end(): void {
    this.#over = true;
    clearInterval(this.#watch);
  }

  async #subscribe(method: "POST" | "PUT", subscriptions: readonly Subscription[]): Promise<readonly Refused[]> {
    const refused = await this.#ask(method, subscriptions);
    const kept = subscriptions.length - refused.length;
    const parts = refused.flatMap(({ subscription }) => partsOf(subscription));
    // One topic that is refused takes with it those that it was combined with; by themselves they may be let in.
    if (parts.length === 0 || kept + parts.length > NOTIFICATION_TOPICS) return refused;
    const alone = refused.filter(({ subscription }) => subscription.topics.length === 1);
    return [...alone, ...(await this.#ask("POST", parts))];
  }

  async #ask(method: "POST" | "PUT", subscriptions: readonly Subscription[]): Promise<Refused[]> {
    const path = `${PATH}/${encodeURIComponent(this.id)}/subscriptions?ignoreErrors=true`;
    const body = subscriptions.map(({ text }) => ({ id: text }));
    const { entities } = await this.cloud.send(method, path, body, answerSchema);
    const rejected = new Map(
      (entities ?? []).flatMap(({ id, state, rejectionReason }) =>
        state?.toLowerCase() === "rejected" ? [[id, rejectionReason || "no reason is given"] as const] : [],
      ),
    );
    return subscriptions.flatMap((subscription) => {
      const reason = rejected.get(subscription.text);
      return reason === undefined ? [] : [{ subscription, reason }];
    });
  }
}

function partsOf({ topics }: Subscription): Subscription[] {
  return topics.length === 1 ? [] : topics.map((pair) => ({ text: pair[0], topics: [pair] }));
}
