import { setTimeout } from "node:timers/promises";
import { FilesProblem } from "../../files/files-problem";
import { jsonIn } from "../../text/value";

/** The tries of one request, and the waits between them; tests wait for nothing. */
export interface Pace {
  readonly tries: number;
  /** The tries where there is no answer at all, as without a network. */
  readonly unansweredTries: number;
  /** The longest wait for an answer, in milliseconds. */
  readonly answerMs: number;
  readonly wait: (ms: number) => Promise<unknown>;
}

export const PACE: Pace = { tries: 6, unansweredTries: 3, answerMs: 30_000, wait: (ms) => setTimeout(ms) };

/** Longer than the minute for which Genesys Cloud counts requests, so that what it says is kept. */
const LONGEST_MS = 120_000;

export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  /** The JSON of the answer; undefined where it has none. */
  readonly body: unknown;
}

/**
 * Returns the answer to a request, which is sent again where the answer says that it may be (429, 500, 502, 503, 504), where it breaks
 * off, or there is none. Only for requests that do the same when they are sent twice.
 *
 * @throws FilesProblem where no answer comes
 */
export async function request(
  url: URL,
  init: RequestInit,
  { tries, unansweredTries, answerMs, wait }: Pace,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await once(url, { ...init, signal: AbortSignal.timeout(answerMs) });
    if (typeof answer !== "string") {
      const { status, headers } = answer;
      if (attempt >= tries || ![429, 500, 502, 503, 504].includes(status)) {
        const spent = rest(headers);
        if (spent > 0) await wait(spent);
        return answer;
      }
      await wait(pause(attempt, headers.get("retry-after")));
    } else {
      if (attempt >= unansweredTries)
        throw new FilesProblem(`${url.origin} gave no answer (${answer}); see to the network and its proxy`);
      await wait(pause(attempt, null));
    }
  }
}

/** The answer, or the reason why there is none. */
async function once(url: URL, init: RequestInit): Promise<Answer | string> {
  try {
    const answer = await fetch(url, init);
    const { status, ok, headers } = answer;
    const text = await answer.text();
    const body = jsonIn(text);
    return ok && text !== "" && body === undefined ? "it breaks off" : { status, ok, headers, body };
  } catch (error) {
    return reason(error);
  }
}

/** fetch says no more than that it failed; the cause has the system's words, or a code alone where several addresses were tried. */
function reason(error: unknown): string {
  if (!isRecord(error)) return String(error);
  return isRecord(error.cause) ? reason(error.cause) : String(error.message || error.code);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/**
 * Returns how long to wait, in milliseconds: what the server says, in seconds or as a date, else twice as long each time with up
 * to a half more, so that several programs do not come back at once.
 */
export function pause(attempt: number, retryAfter: string | null, now = Date.now()): number {
  const asked = retryAfter === null ? Number.NaN : Number(retryAfter) * 1000 || Date.parse(retryAfter) - now;
  const own = 250 * 2 ** attempt;
  return asked > 0 ? Math.min(asked, LONGEST_MS) : own * (1 + Math.random() / 2);
}

/**
 * Returns how long to wait behind an answer, in milliseconds: to the end of the minute where it says that this minute's requests of the
 * token are used up (headers of every answer, developer.genesys.cloud, "Rate limits", 2026-11).
 */
function rest(headers: Headers): number {
  const [count, allowed, reset] = ["count", "allowed", "reset"].map((name) =>
    Number(headers.get(`inin-ratelimit-${name}`) ?? Number.NaN),
  );
  return Number(count) >= Number(allowed) ? Math.min(Number(reset) * 1000 || 0, LONGEST_MS) : 0;
}
