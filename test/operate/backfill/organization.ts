import { createServer, type IncomingMessage } from "node:http";
import { listening } from "../genesys/server";
import { rowsIn, SERVICES, type Truth } from "./truth";

/** What goes wrong, by chance: nothing where it is left out. */
export interface Faults {
  /** The share of requests that a fault meets. */
  readonly share: number;
  readonly random: () => number;
}

interface Job {
  readonly rows: readonly object[];
  readonly list: string;
  readonly size: number;
  /** Looks until it has ended. */
  looks: number;
  /** Pages until it is gone. */
  left: number;
  readonly ends: string;
}

interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: object;
}

export const ORGANIZATION = "3c4f9f1e-0000-4000-8000-00000000c0de";

/** A stand-in for the analytics and audit APIs of an organization, which keeps to its limits and breaks its jobs as the faults say. */
export class Organization {
  readonly asked: string[] = [];
  readonly #jobs = new Map<string, Job>();
  #token = 1;
  available = "2026-11-20T00:00:00.000Z";
  /** The most records of a page. */
  pageSize = 1000;

  constructor(
    readonly truth: Truth,
    readonly faults: Faults = { share: 0, random: () => 0.5 },
  ) {}

  answer(method: string, url: URL, body: string): Reply {
    const path = url.pathname.replace(/^\/api\/v2/, "");
    this.asked.push(`${method} ${path}`);
    if (path === "/organizations/me") return { body: { id: ORGANIZATION, name: "made up" } };
    if (path.endsWith("/jobs/availability")) return { body: { dataAvailabilityDate: this.available } };
    if (path === "/audits/query/servicemapping") return { body: { services: SERVICES.map((name) => ({ name })) } };
    const [, kind, id, results] =
      /^\/(?:analytics\/(?=\w+\/details)|(?=audits))(\w+)\/(?:details\/)?(?:jobs|query)(?:\/([\w-]+)(\/results)?)?$/.exec(
        path,
      ) ?? [];
    const list = kind === "users" ? "userDetails" : kind === "conversations" ? "conversations" : "audits";
    if (kind !== undefined && method === "POST") return this.#begun(list, path, JSON.parse(body));
    const job = this.#jobs.get(id ?? "");
    if (job === undefined) return { status: 404, body: { message: "there is no such job", code: "not.found" } };
    return results === undefined ? this.#state(job, id ?? "") : this.#page(job, id ?? "", url);
  }

  #begun(list: keyof Truth, path: string, { interval, serviceName }: Record<string, string>): Reply {
    const rows = rowsIn(this.truth, list, interval ?? "", serviceName);
    if (path.endsWith("details/query")) return { body: { totalHits: rows.length } };
    const { random, share } = this.faults;
    const fails = random() < share;
    // Another job has its records in another order, and pages of another size.
    const shift = Math.floor(random() * rows.length);
    this.#jobs.set(`job-${this.#jobs.size}`, {
      rows: [...rows.slice(shift), ...rows.slice(0, shift)],
      list: list === "audits" ? "entities" : list,
      size: Math.max(1, Math.floor(this.pageSize * (share > 0 ? random() : 1))),
      looks: Math.floor(random() * 3),
      left: random() < share ? 1 + Math.floor(random() * 3) : Infinity,
      ends: fails ? (["FAILED", "CANCELLED", "EXPIRED"][Math.floor(random() * 3)] ?? "") : "FULFILLED",
    });
    const id = `job-${this.#jobs.size - 1}`;
    return list === "audits" ? { body: { id, state: "Queued" } } : { status: 202, body: { jobId: id } };
  }

  #state(job: Job, id: string): Reply {
    const state = job.looks-- > 0 ? (job.looks > 0 ? "QUEUED" : "PENDING") : job.ends;
    const audits: Record<string, string> = { QUEUED: "Queued", PENDING: "Running", FULFILLED: "Succeeded" };
    return { body: job.list === "entities" ? { id, state: audits[state] ?? "Failed" } : { state } };
  }

  #page(job: Job, id: string, url: URL): Reply {
    if (job.left-- <= 0) {
      this.#jobs.delete(id);
      const gone = this.faults.random() < 0.5;
      return gone
        ? { status: 404, body: { message: "the job has expired", code: "not.found" } }
        : { status: 400, body: { message: "the cursor is invalid", code: "bad.request" } };
    }
    const size = Math.min(job.size, Number(url.searchParams.get("pageSize")));
    const at = Number(Buffer.from(url.searchParams.get("cursor") ?? "", "base64url").toString() || 0);
    const next = at + size < job.rows.length ? Buffer.from(String(at + size)).toString("base64url") : undefined;
    return { body: { [job.list]: job.rows.slice(at, at + size), ...(next && { cursor: next }) } };
  }

  /** Returns the fault that a request meets instead of its answer. */
  fault(): (Reply & { readonly cut?: true }) | undefined {
    const { share, random } = this.faults;
    if (random() >= share) return undefined;
    const faults = [
      { status: 429, headers: { "retry-after": "1" }, body: { message: "rate limit" } },
      { status: 500, body: { message: "internal" } },
      { status: 503, body: {} },
      { body: {}, cut: true as const },
    ];
    if (random() < 0.2) {
      this.#token++;
      return undefined;
    }
    return faults[Math.floor(random() * faults.length)];
  }

  isRight(authorization: string | undefined): boolean {
    return authorization === `Bearer token-${this.#token}`;
  }

  get token(): string {
    return `token-${this.#token}`;
  }
}

/** Serves an organization on this machine. */
export async function serve(organization: Organization) {
  const server = createServer(async (message, response) => {
    const url = new URL(message.url ?? "/", "http://127.0.0.1");
    const body = await textOf(message);
    const login = url.pathname === "/oauth/token";
    const fault = login ? undefined : organization.fault();
    const {
      status = 200,
      headers,
      body: said,
    } = login
      ? { body: { access_token: organization.token } }
      : (fault ??
        (organization.isRight(message.headers.authorization)
          ? organization.answer(message.method ?? "", url, body)
          : { status: 401, body: { message: "the token is no more" } }));
    response.writeHead(status, { "content-type": "application/json", ...headers });
    const text = JSON.stringify(said);
    if (fault && "cut" in fault) {
      response.write('{"conversations": [{"conversationId": "c-');
      response.destroy();
    } else response.end(text);
  });
  return listening(server);
}

async function textOf(message: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of message) text += chunk;
  return text;
}

/** Random, and the same again where a test has failed. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
