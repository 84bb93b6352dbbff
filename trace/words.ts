import type { Delivery, HttpRequest } from "./trace";

/** Returns what happens to an event that a destination does not take: `after 185 retries in 86400 seconds it is lost`. */
export function failureText({
  retry_attempts,
  max_event_age_seconds,
  dead_letter_queue,
}: Pick<Delivery, "retry_attempts" | "max_event_age_seconds" | "dead_letter_queue">): string {
  const fails = dead_letter_queue === null ? "is lost" : `goes to the dead-letter queue ${dead_letter_queue}`;
  return `after ${retry_attempts} retries in ${max_event_age_seconds} seconds it ${fails}`;
}

/** Returns why nothing is delivered. */
export function lossText(lost: string): string {
  return `LOST, and no dead-letter queue gets it: ${lost}`;
}

/** Returns the first line of a request, and its headers. */
export function requestLines({ method, url, query, headers }: HttpRequest): string[] {
  const asked = new URLSearchParams(query).toString();
  return [
    `${method} ${url}${asked && `?${asked}`}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
}

/** One thing to say of what is written of an event; a warning where it may not come to be. */
export interface WrittenWords {
  readonly text: string;
  readonly isWarning: boolean;
}

/** Returns what is written of an event, where that is not what is sent. */
export function writtenWords({ written }: Delivery): WrittenWords[] {
  if (written === undefined) return [];
  const said = (text: string, isWarning = false): WrittenWords => ({ text, isWarning });
  if ("record" in written) {
    const { topic, key, headers, bytes } = written.record;
    const record = said(`writes a record of the event: ${JSON.stringify({ topic, key, headers, bytes })}`);
    return written.doubt === undefined ? [record] : [record, said(`warning: ${written.doubt}`, true)];
  }
  if ("item" in written) return [said(`writes ${JSON.stringify(written.item)}`)];
  const missing = written.without.join(" and ");
  return [said(`writes nothing, and puts the event into the dead-letter queue: it has no ${missing}`, true)];
}
