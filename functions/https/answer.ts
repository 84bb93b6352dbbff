/** An answer as API Gateway takes it (payload format 2.0). */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The reason why a request is not taken. Its message is for the sender, and never holds anything of the body or of a secret. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 405 | 413 | 415 | 503,
    message: string,
    /** What only the log says, without the values of headers. */
    readonly detail?: string,
  ) {
    super(message);
  }
}

const SAFE = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

export function json(statusCode: number, value: unknown): Answer {
  return { statusCode, headers: { "content-type": "application/json", ...SAFE }, body: JSON.stringify(value) };
}

export function plain(text: string): Answer {
  return { statusCode: 200, headers: { "content-type": "text/plain; charset=utf-8", ...SAFE }, body: text };
}

/** The answer that has a sender try again. */
export function refused({ status, message }: Refusal): Answer {
  const answer = json(status, { message });
  return status === 503 ? { ...answer, headers: { ...answer.headers, "retry-after": "5" } } : answer;
}
