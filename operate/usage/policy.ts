import type { Statement } from "../../aws/policy";
import type { Environment } from "../../config/model";
import { streamType } from "../../streams";

/** Returns what `usage` must be allowed: to read figures, which AWS gives no resource, and whose the buses are where the file does not say. */
export function usagePolicy({ organization_id, streams }: Environment): Statement[] {
  const named = Object.values(streams).some(({ type }) => streamType(type).namedByOrganization);
  const asks = named && organization_id === undefined ? ["events:ListEventBuses"] : [];
  return [{ Effect: "Allow", Action: ["cloudwatch:GetMetricData", ...asks], Resource: "*" }];
}
