/** What every event on the bus has at its top (EventBridge user guide, "Event structure", 2026-11). */
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

/** Whether a path can be in an event at all. */
export function isInEvent(path: string): boolean {
  const first = path.replace(/^\$\./, "").split(/[.[]/)[0];
  return ENVELOPE.some((name) => name === first);
}
