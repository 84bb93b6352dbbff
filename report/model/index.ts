import type { Environment } from "../../config/model";
import { policyDocuments } from "../policies/documents";
import type { Resource } from "../resources/resource";
import type { Report, ReportInput } from "../schema";
import { destinationParts } from "./destinations";
import { environmentPart } from "./environment";
import { limitParts } from "./limits";
import { ruleParts } from "./rules";
import { statementParts } from "./statements";
import { streamParts } from "./streams";

export interface Sources {
  readonly environment: Environment;
  /** What the stack of the environment consists of. */
  readonly resources: readonly Resource[];
  readonly inputs: readonly ReportInput[];
  /** ISO 8601, UTC. */
  readonly date: string;
}

/** All that a report says, whatever it is shown as. */
export function reportOf({ environment, resources, inputs, date }: Sources): Report {
  const rules = ruleParts(environment);
  return {
    version: 1,
    date,
    inputs: [...inputs],
    environment: environmentPart(environment),
    streams: streamParts(environment),
    rules,
    destinations: destinationParts(environment, rules),
    statements: statementParts(policyDocuments(resources)),
    limits: limitParts({ environment, rules, resources }),
  };
}
