import { cloudwatchLogs } from "./cloudwatch-logs";
import type { DestinationType } from "./destination-type";
import { kinesis } from "./kinesis";

/** Every kind of destination, sorted by type. */
export const destinationTypes = [cloudwatchLogs, kinesis] as const satisfies readonly DestinationType[];

const byType = new Map<string, DestinationType>(destinationTypes.map((type) => [type.type, type]));

export function destinationType(type: string): DestinationType {
  const found = byType.get(type);
  if (found === undefined) throw new Error(`no destination type ${type} is registered`);
  return found;
}
