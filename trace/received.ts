import type { Place } from "../aws/names";
import { scalarText } from "../config/scalar-text";
import type { Received } from "../streams/stream-type";
import type { StreamEvent } from "./event";

/** An event that a stream makes of what its sender sends, and the reason why it never comes, where that is so. */
export interface MadeEvent {
  readonly event: StreamEvent;
  readonly leftOut: string | undefined;
}

/** Returns the whole event, with stand-ins for the id and the time that AWS gives it. */
export function madeEvent({ event, leftOut }: Received, place: Place): MadeEvent {
  const { "detail-type": detailType, source, detail } = event ?? {};
  const whole = {
    version: "0",
    id: "00000000-0000-4000-8000-000000000000",
    "detail-type": scalarText(detailType ?? ""),
    source: scalarText(source ?? ""),
    account: place.aws_account_id,
    time: "1970-01-01T00:00:00Z",
    region: place.aws_region,
    resources: [],
    detail: detail ?? {},
  };
  return { event: whole, leftOut };
}
