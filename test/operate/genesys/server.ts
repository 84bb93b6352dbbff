import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer of the stand-in: a body with status 200, or all of it. */
interface Answer {
  /** 200 where it is left out. */
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** In place of a body: what is no whole JSON. */
  readonly text?: string;
}

export interface Asked {
  readonly line: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/**
 * A stand-in for Genesys Cloud on this machine: takes one client's secret, and gives each request the next answer of its path, the
 * last one for ever.
 */
export async function genesysServer(answers: Readonly<Record<string, readonly Answer[]>>) {
  const asked: Asked[] = [];
  const left = new Map(Object.entries(answers).map(([path, list]) => [path, [...list]]));
  let tokens = 0;
  const server = createServer(async (message, response) => {
    const request = await read(message);
    asked.push(request);
    const answer = request.line === "POST /oauth/token" ? login(request, () => ++tokens) : next(left, request.line);
    const { status = 200, headers = {}, body, text = body === undefined ? "" : JSON.stringify(body) } = answer;
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(text);
  });
  return { asked, ...(await listening(server)) };
}

/** Returns the environment that leads the product to a stand-in, once it listens, and what ends it. */
export async function listening(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is no path
  return {
    env: {
      GENESYSCLOUD_GATEWAY_HOST: "127.0.0.1",
      GENESYSCLOUD_GATEWAY_PORT: String(port),
      GENESYSCLOUD_GATEWAY_PROTOCOL: "http",
      GENESYSCLOUD_OAUTHCLIENT_ID: CLIENT.id,
      GENESYSCLOUD_OAUTHCLIENT_SECRET: CLIENT.secret,
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

export const CLIENT = { id: "0c1e9a44-0000-4000-8000-000000000001", secret: "not-a-real-secret" };

function login({ authorization, body }: Asked, next: () => number): Answer {
  const right = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString("base64")}`;
  if (body !== "grant_type=client_credentials" || authorization !== right)
    return { status: 400, body: { error: "invalid_client", description: "client not found" } };
  return { body: { access_token: `token-${next()}`, token_type: "bearer", expires_in: 86399 } };
}

function next(left: Map<string, Answer[]>, line: string): Answer {
  const list = left.get(line) ?? left.get(line.replace(/\?.*/, ""));
  if (list === undefined) return { status: 404, body: { message: `there is no ${line}`, contextId: "c-404" } };
  return (list.length > 1 ? list.shift() : list[0]) ?? { status: 500 };
}

async function read(message: IncomingMessage): Promise<Asked> {
  let body = "";
  for await (const chunk of message) body += chunk;
  return { line: `${message.method} ${message.url}`, authorization: message.headers.authorization, body };
}
