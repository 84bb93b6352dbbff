import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

const LOGIN = `Basic ${Buffer.from("key:secret").toString("base64")}`;

/** A schema registry with Confluent's interface, as far as readers use it: a schema by its id, for who may. */
export class Registry {
  readonly asked: string[] = [];
  readonly #server: Server;

  constructor(readonly schemas: ReadonlyMap<number, string>) {
    this.#server = createServer((request, response) => {
      const [, id = ""] = /^\/schemas\/ids\/(\d+)$/.exec(request.url ?? "") ?? [];
      const schema = schemas.get(Number(id));
      this.asked.push(id);
      const answer = (status: number, body: unknown) => {
        response.writeHead(status, { "content-type": "application/vnd.schemaregistry.v1+json" });
        response.end(JSON.stringify(body));
      };
      if (request.headers.authorization !== LOGIN) answer(401, { error_code: 401, message: "Unauthorized" });
      else if (schema === undefined) answer(404, { error_code: 40403, message: "Schema not found" });
      else answer(200, { schema });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((listening) => this.#server.listen(0, "127.0.0.1", listening));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`; // it listens on a port
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Returns the text of a schema, as a reader asks for it; undefined where the registry has none. */
export async function schemaOf(url: string, id: number): Promise<string | undefined> {
  const response = await fetch(`${url}/schemas/ids/${id}`, { headers: { authorization: LOGIN } });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`the registry answers ${response.status}`);
  return Object(await response.json()).schema;
}
