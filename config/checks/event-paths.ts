import { ENVELOPE, isInEvent } from "../event-envelope";
import type { Finding } from "../issue";
import type { Path } from "../read/tree";

/** The most common slip: what Genesys Cloud sends is below detail, most of it below detail.eventBody. */
export function notInEvent(value: string | undefined, path: Path): Finding[] {
  if (value === undefined || isInEvent(value)) return [];
  const message = `${value} is in no event, which has ${ENVELOPE.join(", ")}; write for example detail.eventBody.${value.replace(/^\$\./, "")}`;
  return [{ id: "path-not-in-event", path, message }];
}
