import { type AlarmKind, LASTING, SILENCE } from "../../../aws/alarm-kind";

/** The metrics of an HTTP API (API Gateway developer guide, "Working with metrics for HTTP APIs", read 2026-11). */
export const apiMetrics = { namespace: "AWS/ApiGateway", statistic: "Sum" } as const;

const COUNT = { ...apiMetrics, name: "Count" };
const [REFUSED, FAILED] = [
  { ...apiMetrics, name: "4xx" },
  { ...apiMetrics, name: "5xx" },
];

/** The shares of requests that were refused, in percent. */
export const apiAlarms: readonly AlarmKind[] = [
  {
    ...LASTING,
    kind: "refused",
    subject: "stream",
    when: "for 15 minutes more than a fifth of the requests were refused as wrong (4xx)",
    metric: REFUSED,
    shareOf: COUNT,
    threshold: 20,
    advice:
      "Likeliest: the secret was changed on one side only, or somebody who is no sender tries the URL. Look first at the access log of the API for the addresses and statuses, then at the log of the function: it says for each request why it was refused.",
  },
  {
    ...LASTING,
    kind: "unavailable",
    subject: "stream",
    when: "for 15 minutes more than 1 % of the requests could not be taken (5xx)",
    metric: FAILED,
    shareOf: COUNT,
    threshold: 1,
    advice:
      "Likeliest: a permission of the function was changed, its secret cannot be read, or EventBridge refuses its events. Look first at the log of the function: it says why. Senders that try again lose nothing; those that do not, do.",
  },
  {
    ...SILENCE,
    when: "no request was taken for silence_minutes",
    metric: COUNT,
    // Whoever scans the internet finds the URL, and keeps no sender alive.
    without: [REFUSED, FAILED],
    advice:
      "Likeliest: the sender was switched off, has another URL or secret, or nothing happened. Look first at the access log of the API, which has each request that was refused, then at the sender's own log. If the time was simply quiet, write a larger silence_minutes.",
  },
];
