import * as z from "zod";
import { FilesProblem } from "../../files/files-problem";
import type { Access } from "./access";
import { type Answer, PACE, request } from "./request";

const TOKEN = "/oauth/token";
const tokenSchema = z.object({ access_token: z.string() });

/** What Genesys Cloud says where it refuses: the body of an error, from the API or from the log-in. */
const refusalSchema = z.object({
  message: z.string().optional(),
  code: z.string().optional(),
  description: z.string().optional(),
  error_description: z.string().optional(),
  contextId: z.string().optional(),
});

interface Asking {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal of Genesys Cloud's. */
export class GenesysProblem extends FilesProblem {
  constructor(
    readonly status: number,
    /** Its own name of the error, such as `not.found`; undefined where it gives none. */
    readonly code: string | undefined,
    line: string,
  ) {
    super(line);
  }
}

/** The HTTP API of one Genesys Cloud organization. A token that has run out is renewed once a request. */
export class GenesysCloud {
  #token: Promise<string> | undefined;

  constructor(
    private readonly access: Access,
    private readonly pace = PACE,
  ) {}

  /**
   * Returns the answer to a GET, in the shape that is asked for.
   *
   * @throws FilesProblem where the API refuses (a `GenesysProblem`), cannot be reached or answers in another shape
   */
  async get<Shape>(
    path: string,
    shape: z.ZodType<Shape>,
    query: Readonly<Record<string, string | readonly string[]>> = {},
  ): Promise<Shape> {
    const url = new URL(path, this.access.api);
    for (const [name, values] of Object.entries(query))
      for (const value of [values].flat()) url.searchParams.append(name, value);
    return read(await this.#send(url, {}), shape, path);
  }

  /**
   * Returns the answer to a request with a body, which may be sent twice where no answer came.
   *
   * @throws FilesProblem as `get` does
   */
  async send<Shape>(method: "POST" | "PUT", path: string, body: unknown, shape: z.ZodType<Shape>): Promise<Shape> {
    const init = { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    return read(await this.#send(new URL(path, this.access.api), init), shape, path);
  }

  async #send(url: URL, init: Asking): Promise<Answer> {
    const answer = await this.#ask(url, init);
    if (answer.status !== 401 || !("clientId" in this.access.credentials)) return answer;
    this.#token = undefined;
    return this.#ask(url, init);
  }

  async #ask(url: URL, init: Asking): Promise<Answer> {
    this.#token ??= this.#logIn();
    const headers = { ...init.headers, authorization: `Bearer ${await this.#token}` };
    return request(url, { ...init, headers }, this.pace);
  }

  async #logIn(): Promise<string> {
    const { credentials, login } = this.access;
    if ("token" in credentials) return credentials.token;
    const basic = Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString("base64");
    const answer = await request(
      new URL(TOKEN, login),
      {
        method: "POST",
        headers: { authorization: `Basic ${basic}` },
        body: new URLSearchParams({ grant_type: "client_credentials" }),
      },
      this.pace,
    );
    const { access_token: token } = read(answer, tokenSchema, TOKEN);
    return token;
  }
}

function read<Shape>({ ok, status, body }: Answer, shape: z.ZodType<Shape>, path: string): Shape {
  if (!ok) throw refused(status, body, path);
  const { data, error } = shape.safeParse(body);
  if (error) {
    const place = error.issues[0]?.path.join(".") || "the answer";
    throw new FilesProblem(
      `Genesys Cloud's answer to ${path} has another shape than was expected (${place}: ${error.issues[0]?.message})`,
    );
  }
  return data;
}

const ADVICE: Readonly<Record<number, string>> = {
  400: "see to GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET",
  401: "see to the credentials and the region: a client belongs to one organization, and each to one region",
  403: "give the OAuth client a role with that permission",
  429: "too many requests; try again in a minute",
};

/** The words of Genesys Cloud, which name a missing permission, and the id that its support asks for. */
function refused(status: number, body: unknown, path: string): GenesysProblem {
  const { data } = refusalSchema.safeParse(body);
  const words = data?.message ?? data?.error_description ?? data?.description ?? `status ${status}`;
  const id = data?.contextId ? `; its correlation id is ${data.contextId}` : "";
  const advice = status === 400 && path !== TOKEN ? "" : `; ${ADVICE[status] ?? "try again later"}`;
  return new GenesysProblem(
    status,
    data?.code,
    `Genesys Cloud refuses ${path}: ${words.replace(/\.$/, "")}${id}${advice}`,
  );
}
