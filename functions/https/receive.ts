import { type Answer, json, plain, Refusal, refused } from "./answer";
import { bodiesOf, rawBody } from "./bodies";
import { ENTRY_BYTES, entryBytes, type Put } from "./bus";
import { deliver } from "./deliver";
import { type Body, enveloped, type Headers, valueAt } from "./envelope";
import type { Secrets } from "./secrets";
import type { Seen } from "./seen";
import { refuseStrangers, refuseUnproven } from "./sender";
import type { Settings } from "./settings";
import { zoomValidation } from "./zoom";

/** A request as API Gateway passes it on (payload format 2.0). */
export interface Request {
  readonly headers?: Headers;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly requestContext: {
    readonly requestId: string;
    readonly http: { readonly method: string; readonly sourceIp: string };
  };
}

/** What the function uses beside the request. */
export interface Means {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly put: Put;
  /** Returns the ids seen, for one request; undefined where events have none. */
  readonly seen: (owner: string) => Promise<Seen | undefined>;
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
  readonly now: () => number;
  readonly millisecondsLeft: () => number;
}

/** Answers a request. Whatever happens, it is answered: an event that is not on the bus is never answered with 200. */
export async function receive(request: Request, means: Means): Promise<Answer> {
  const { requestId } = request.requestContext;
  try {
    return await answerTo(request, means);
  } catch (error) {
    if (error instanceof Refusal) {
      means.log({ requestId, status: error.status, why: error.detail ?? error.message });
      return refused(error);
    }
    means.log({ requestId, status: 503, why: "unexpected", error: nameOf(error) });
    return refused(new Refusal(503, "the request cannot be taken now; send it again"));
  }
}

async function answerTo(request: Request, means: Means): Promise<Answer> {
  const { settings, secrets, now } = means;
  const { http, requestId } = request.requestContext;
  const headers = lowerCase(request.headers ?? {});
  refuseStrangers(settings.allowed_cidrs, http.sourceIp);
  if (!settings.enabled) throw new Refusal(503, "nothing is taken now; send it later");
  const raw = rawBody(request);
  const isQuery = http.method === "GET";
  // A request without a body has nothing that could be signed.
  if (!isQuery || settings.auth.type !== "hmac") await refuseUnproven(settings, headers, raw, secrets, now());
  if (isQuery) return greeted(request, settings);
  if (http.method !== "POST" && http.method !== "PUT") throw new Refusal(405, "events are sent by POST");
  const bodies = bodiesOf(raw, headers);
  const handshake = await handshakeOf(bodies, means);
  if (handshake !== undefined) return handshake;
  const events = bodies.map((body) => enveloped(body, headers, settings.envelope, { requestId }));
  if (events.some((event) => entryBytes(settings.source, event) > ENTRY_BYTES))
    throw new Refusal(413, `an event has more than ${ENTRY_BYTES} bytes`);
  const warn = (why: string, error?: unknown) =>
    means.log({ requestId, why, ...(error !== undefined && { error: nameOf(error) }) });
  const { accepted, duplicates, failed } = await deliver(events, {
    ...settings,
    put: means.put,
    seen: await means.seen(requestId),
    warn,
    millisecondsLeft: means.millisecondsLeft,
  });
  if (failed.length > 0) throw new Refusal(503, "not every event was taken; send all of them again", failed.join(", "));
  return json(200, { accepted, duplicates });
}

/** Returns the answer to a question whether this is the address that it should be, by a query parameter as Meta asks. */
function greeted({ queryStringParameters = {} }: Request, { handshake }: Settings): Answer {
  const value = handshake === undefined ? undefined : queryStringParameters[handshake];
  if (value === undefined || !/^[\w.~-]{1,512}$/.test(value)) throw new Refusal(405, "events are sent by POST");
  return plain(value);
}

/** Returns the answer to a body that only asks for a field of it to be given back; undefined for an event. */
async function handshakeOf(
  [body, ...others]: readonly Body[],
  { settings, secrets }: Means,
): Promise<Answer | undefined> {
  const { handshake, auth } = settings;
  if (handshake === undefined || body === undefined || others.length > 0) return undefined;
  const value = valueAt(body.value, handshake);
  if (value === undefined) return undefined;
  const name = handshake.split(".").at(-1) ?? handshake;
  const more = auth.type === "hmac" ? zoomValidation(name, value, await secrets.read(auth.secret, false)) : {};
  return json(200, { [name]: value, ...more });
}

function lowerCase(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error);
