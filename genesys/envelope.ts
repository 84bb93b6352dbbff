/** The fields that every event on the bus has at its top (EventBridge user guide, "Event structure", 2026-11). */
export const ENVELOPE = [
  "account",
  "detail",
  "detail-type",
  "id",
  "region",
  "resources",
  "source",
  "time",
  "version",
] as const;

/** The values that every event from Genesys Cloud has, all of them text (from public captures, 2026-11). */
export const ENVELOPE_FIELDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    "account",
    "detail-type",
    "detail.metadata.CorrelationId",
    "detail.timestamp",
    "detail.topicName",
    "detail.version",
    "id",
    "region",
    "source",
    "time",
    "version",
  ].map((path) => [path, ["string"]]),
);

/** Returns whether a path can be in an event at all. */
export function isInEvent(path: string): boolean {
  const first = path.replace(/^\$\./, "").split(/[.[]/)[0];
  return ENVELOPE.some((name) => name === first);
}
