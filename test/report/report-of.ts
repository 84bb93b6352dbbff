import type { Environment } from "../../config/model";
import { reportOf } from "../../report/model";
import type { WrittenPlan } from "../../report/plan/schema";
import { resourcesOfStack } from "../../report/resources/of-stack";
import type { Report } from "../../report/schema";

export const TODAY = "2026-11-21T12:00:00.000Z";

/** The report of an environment, or of a plan for it. */
export function reportFor(environment: Environment, plan?: WrittenPlan): Report {
  return reportOf({ environment, declared: resourcesOfStack(environment), plan, inputs: [], date: TODAY });
}
