import type { Statement } from "../../aws/policy";
import type { Environment } from "../../config/model";
import { streamType } from "../../streams";
import { metricsOf } from "./counted";
import { unknownIn } from "./ids";

/** Returns what `usage` must be allowed: to read figures, which AWS gives no resource, whose the buses are where the file does not say, and ids. */
export function usagePolicy(environment: Environment): Statement[] {
  const { organization_id, streams } = environment;
  const named = Object.values(streams).some(({ type }) => streamType(type).namedByOrganization);
  const asks = named && organization_id === undefined ? ["events:ListEventBuses"] : [];
  // Several APIs are read by one permission.
  const ids = new Map(
    unknownIn(metricsOf(environment), environment)
      .flatMap(({ permits }) => permits(environment))
      .map(([Action, Resource]) => [Action.join(), { Effect: "Allow" as const, Action, Resource }]),
  );
  return [{ Effect: "Allow", Action: ["cloudwatch:GetMetricData", ...asks], Resource: "*" }, ...ids.values()];
}
