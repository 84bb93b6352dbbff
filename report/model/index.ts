import type { Environment } from "../../config/model";
import { name, version } from "../../package.json";
import { comparisonPart, type Other } from "../compare";
import { controlParts } from "../controls";
import { evidenceOf } from "../findings/finding";
import { findingsIn } from "../findings/look";
import { planPart } from "../plan/part";
import { resourcesOfPlan } from "../plan/resources";
import type { WrittenPlan } from "../plan/schema";
import type { Resource } from "../resources/resource";
import type { Report, ReportInput } from "../schema";
import { storeParts } from "../stores";
import { withPublicUrls } from "../text/urls";
import { destinationParts } from "./destinations";
import { environmentPart } from "./environment";
import { functionTexts } from "./functions";
import { limitParts } from "./limits";
import { ruleParts } from "./rules";
import { statementParts } from "./statements";
import { streamParts } from "./streams";

export interface Sources {
  readonly environment: Environment;
  /** The resources of the environment's stack. */
  readonly declared: readonly Resource[];
  readonly plan?: WrittenPlan | undefined;
  readonly against?: Other | undefined;
  readonly inputs: readonly ReportInput[];
  /** ISO 8601, UTC. */
  readonly date: string;
}

/** All that a report says, whatever it is shown as. */
export function reportOf({ environment, declared, plan, against, inputs, date }: Sources): Report {
  const rules = ruleParts(environment);
  const resources = plan === undefined ? declared : resourcesOfPlan(plan);
  const evidence = evidenceOf({
    environment,
    resources,
    declared: plan === undefined ? undefined : declared,
    today: date.slice(0, 10),
  });
  const findings = findingsIn(evidence);
  const about = withPublicUrls({
    environment: environmentPart(environment),
    findings: findings.open,
    waived: findings.waived,
    controls: controlParts(findings, environment.streams),
    plan: plan === undefined ? null : planPart(plan, environment, findings),
    comparison: against === undefined ? null : comparisonPart(environment, resources, against),
    streams: streamParts(environment),
    rules,
    destinations: destinationParts(environment, rules).map((part) => ({
      ...part,
      functions: functionTexts(environment, part.name),
    })),
    stores: storeParts(evidence.stores),
    statements: statementParts(evidence.documents),
    limits: limitParts({ environment, rules, resources }),
  });
  return { version: 1, date, tool: { name, version }, inputs: [...inputs], ...about };
}
