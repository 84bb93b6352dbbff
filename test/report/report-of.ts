import type { Environment } from "../../config/model";
import { reportOf } from "../../report/model";
import { resourcesOfStack } from "../../report/resources/of-stack";
import type { Report } from "../../report/schema";

export const TODAY = "2026-11-21T12:00:00.000Z";

/** The report of an environment alone. */
export function reportFor(environment: Environment): Report {
  return reportOf({ environment, resources: resourcesOfStack(environment), inputs: [], date: TODAY });
}
