import { execFileSync } from "node:child_process";
import type { IncomingMessage } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";

/** Makes a certificate that nobody has signed, with its key. */
function certificate(): string {
  const args =
    "req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 -keyout - -out -".split(
      " ",
    );
  return execFileSync("openssl", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** Keeps states as Terraform's http backend asks for it, each with its lock. */
export class StateServer {
  readonly states = new Map<string, string>();
  readonly locks = new Map<string, string>();
  /** What a client must trust. */
  readonly certificate = certificate();
  readonly #server: Server;

  constructor() {
    this.#server = createServer({ key: this.certificate, cert: this.certificate }, async (request, response) => {
      const path = request.url ?? "";
      const text = await textOf(request);
      response.statusCode = this.#answer(request.method ?? "", path, text);
      response.end(request.method === "GET" ? this.states.get(path) : this.locks.get(path));
    });
  }

  /** @returns the server's address */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    // A server that listens on a port has an address that is no text.
    const { port } = this.#server.address() as AddressInfo;
    return `https://127.0.0.1:${port}`;
  }

  stop(): void {
    this.#server.close();
  }

  #answer(method: string, path: string, text: string): number {
    switch (method) {
      case "GET":
        return this.states.has(path) ? 200 : 404;
      case "POST":
        this.states.set(path.replace(/\?.*/, ""), text);
        return 200;
      case "LOCK":
        if (this.locks.has(path)) return 423;
        this.locks.set(path, text);
        return 200;
      default:
        this.locks.delete(path);
        return 200;
    }
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
