import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { listening } from "../genesys/server";

interface Channel {
  readonly id: string;
  readonly made: number;
  topics: Set<string>;
  socket?: WebSocket;
}

/** A refusal of the next request of a path, such as a 429 with Retry-After. */
interface Refusal {
  readonly status: number;
  readonly headers?: Record<string, string>;
}

/**
 * Genesys Cloud's notification service on this machine: token, lists, channels with their limits, subscriptions with refusals,
 * heartbeats, closing, drops and silence, as its developer pages have them.
 */
export class NotificationServer {
  readonly #channels = new Map<string, Channel>();
  readonly #refusals: [line: RegExp, refusal: Refusal][] = [];
  readonly #http = createServer((message, response) => void this.#answer(message, response));
  readonly #sockets = new WebSocketServer({ noServer: true });
  #beat: NodeJS.Timeout | undefined;
  #tokens = 0;
  #made = 0;
  readonly #mute = new WeakSet<WebSocket>();
  readonly asked: string[] = [];
  /** The environment that leads the product here, once it listens. */
  env: Record<string, string> = {};
  users: string[] = [];
  /** The reason why a topic is refused, by what its text has in it. */
  readonly refused = new Map<string, string>();

  async listen(heartbeatMs = 100): Promise<this> {
    this.#http.on("upgrade", (request, socket, head) => {
      const channel = this.#channels.get(request.url?.split("/").at(-1) ?? "");
      if (channel === undefined) return void socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
      this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#connect(channel, opened));
    });
    this.env = (await listening(this.#http)).env;
    this.#beat = setInterval(() => this.#say(HEARTBEAT), heartbeatMs);
    return this;
  }

  get #port(): number {
    return (this.#http.address() as AddressInfo).port; // a TCP server's address is no path
  }

  get open(): Channel[] {
    return [...this.#channels.values()].filter(({ socket }) => socket !== undefined);
  }

  close(): void {
    clearInterval(this.#beat);
    for (const { socket } of this.#channels.values()) socket?.terminate();
    this.#http.close();
    this.#http.closeAllConnections();
  }

  /** Sends an event on every channel that has its topic. @returns the number of them */
  publish(topic: string, eventBody: object, CorrelationId: string): number {
    const text = JSON.stringify({ topicName: topic, version: "2", eventBody, metadata: { CorrelationId } });
    const to = this.open.filter(({ topics }) => topics.has(topic));
    this.#send(to, text);
    return to.length;
  }

  /** Says on every socket that it is about to close, and closes those that are still open after a while. */
  closing(milliseconds: number): void {
    const then = this.open;
    this.#say(frame("v2.system.socket_closing", { message: "closing" }));
    setTimeout(() => {
      for (const { socket } of then) socket?.close();
    }, milliseconds).unref();
  }

  /** Ends every subscription of a client, as where its token is revoked. */
  revoke(): void {
    this.#say(frame("v2.system.token_revoked.0c1e9a44", {}));
  }

  drop(): void {
    for (const { socket } of this.open) socket?.terminate();
  }

  /** Sends nothing any more to those who are connected now, neither events nor heartbeats. */
  silence(): void {
    for (const { socket } of this.open) if (socket) this.#mute.add(socket);
  }

  refuseNext(line: RegExp, refusal: Refusal): void {
    this.#refusals.push([line, refusal]);
  }

  #say(text: string): void {
    this.#send(this.open, text);
  }

  #send(to: readonly Channel[], text: string): void {
    for (const { socket } of to) if (socket && !this.#mute.has(socket)) socket.send(text);
  }

  #connect(channel: Channel, socket: WebSocket): void {
    channel.socket?.terminate();
    channel.socket = socket;
    socket.on("message", (data) => {
      if (!this.#mute.has(socket) && String(data) === '{"message":"ping"}') socket.send(PONG);
    });
    socket.on("close", () => {
      if (channel.socket === socket) delete channel.socket;
    });
  }

  async #answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of message) body += chunk;
    const line = `${message.method} ${message.url}`;
    this.asked.push(line);
    const at = this.#refusals.findIndex(([wanted]) => wanted.test(line));
    const [found] = at < 0 ? [] : this.#refusals.splice(at, 1);
    const { status, headers, answer } = found
      ? { ...found[1], answer: { message: "refused for the test" } }
      : { headers: undefined, ...this.#answerTo(line, body) };
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(answer));
  }

  #answerTo(line: string, body: string): { status: number; answer: object } {
    if (line === "POST /oauth/token") return { status: 200, answer: { access_token: `token-${++this.#tokens}` } };
    if (line.startsWith("GET /api/v2/users?")) return this.#page(new URL(line.slice(4), "http://x").searchParams);
    if (line === "POST /api/v2/notifications/channels") return { status: 200, answer: this.#channel() };
    const [, method, id = ""] =
      /^(PUT|POST) \/api\/v2\/notifications\/channels\/([^/]+)\/subscriptions/.exec(line) ?? [];
    const channel = this.#channels.get(id);
    if (channel === undefined) return { status: 404, answer: { message: `there is no ${line}` } };
    return this.#subscribe(channel, method === "PUT", JSON.parse(body));
  }

  #page(query: URLSearchParams) {
    const [size, number] = [Number(query.get("pageSize")), Number(query.get("pageNumber"))];
    const entities = this.users.slice((number - 1) * size, number * size).map((id) => ({ id }));
    return { status: 200, answer: { entities, pageCount: Math.ceil(this.users.length / size) } };
  }

  /** The 21st takes the place of the oldest, first of those that nobody is connected to. */
  #channel() {
    const id = `channel-${++this.#made}`;
    if (this.#channels.size >= 20) {
      const all = [...this.#channels.values()];
      const oldest = all.find(({ socket }) => socket === undefined) ?? all[0];
      oldest?.socket?.close();
      this.#channels.delete(oldest?.id ?? "");
    }
    this.#channels.set(id, { id, made: this.#made, topics: new Set() });
    return { id, connectUri: `ws://127.0.0.1:${this.#port}/channels/${id}`, expires: new Date().toISOString() };
  }

  #subscribe(channel: Channel, replaces: boolean, wanted: readonly { readonly id: string }[]) {
    if (wanted.length > 1000) return { status: 400, answer: { message: "too many topics" } };
    if (replaces) channel.topics = new Set();
    const entities = wanted.map(({ id }) => {
      const reason = [...this.refused].find(([part]) => id.includes(part))?.[1];
      if (reason === undefined) for (const topic of expanded(id)) channel.topics.add(topic);
      return reason === undefined ? { id, state: "Permitted" } : { id, state: "Rejected", rejectionReason: reason };
    });
    return { status: 200, answer: { entities } };
  }
}

/** The topics that a combined one stands for. */
function expanded(text: string): string[] {
  const [head = "", tail] = text.split("?");
  return tail === undefined ? [head] : tail.split("&").map((last) => `${head}.${last}`);
}

const frame = (topicName: string, eventBody: object) => JSON.stringify({ topicName, version: "2", eventBody });
const HEARTBEAT = frame("channel.metadata", { message: "WebSocket Heartbeat" });
const PONG = frame("channel.metadata", { message: "pong" });
