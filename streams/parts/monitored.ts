import type { StreamKeys } from "../stream-keys";
import type { StreamMonitoring, StreamType } from "../stream-type";

/** Returns the metrics, alarms and price of a stream. */
export function monitoringOf({ monitored, variants = [] }: StreamType, keys: StreamKeys): StreamMonitoring {
  return variants.find((variant) => variant.of(keys))?.monitored ?? monitored;
}
