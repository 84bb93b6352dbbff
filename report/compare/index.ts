import type { Environment } from "../../config/model";
import { resourcesOfPlan } from "../plan/resources";
import type { WrittenPlan } from "../plan/schema";
import type { Resource } from "../resources/resource";
import type { ComparedPart, ComparisonPart } from "../schema";
import { compareEnvironments } from "./environments";
import { compareResources } from "./resources";

/** The other side of a comparison: another environment, or another plan. */
export type Other = { readonly path: string } & (
  | { readonly environment: Environment }
  | { readonly plan: WrittenPlan }
);

const ORDER: readonly ComparedPart["verdict"][] = ["only here", "different", "only there", "expected"];

/** Side by side: what is only here was not tested there. */
export function comparisonPart(environment: Environment, resources: readonly Resource[], other: Other): ComparisonPart {
  const ofPlan = "plan" in other;
  const parts = ofPlan
    ? compareResources(resources, resourcesOfPlan(other.plan))
    : compareEnvironments(environment, other.environment);
  const rank = ({ verdict }: ComparedPart) => ORDER.indexOf(verdict);
  return { with: other.path, of: ofPlan ? "plans" : "environments", parts: parts.sort((a, b) => rank(a) - rank(b)) };
}
