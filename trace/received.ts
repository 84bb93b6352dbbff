import type { Place } from "../aws/names";
import type { Received } from "../streams/stream-type";
import type { StreamEvent } from "./event";

/** An event that a stream makes of what its sender sends, and the reason why it never comes, where that is so. */
export interface MadeEvent {
  readonly event: StreamEvent;
  readonly leftOut: string | undefined;
}

/** Returns the whole event, with stand-ins for the id and the time that AWS gives it. */
export function madeEvent({ detail, leftOut, ...received }: Received, source: string, place: Place): MadeEvent {
  const event = {
    version: "0",
    id: "00000000-0000-4000-8000-000000000000",
    "detail-type": received["detail-type"],
    source,
    account: place.aws_account_id,
    time: "1970-01-01T00:00:00Z",
    region: place.aws_region,
    resources: [],
    detail,
  };
  return { event, leftOut };
}
