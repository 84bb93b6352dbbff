import type { Control } from "../../aws/control";
import type { FindingId } from "../../config/finding-ids";
import type { Environment } from "../../config/model";
import { holdingsIn } from "../permissions/holdings";
import type { Known } from "../permissions/permission";
import type { PolicyDocument } from "../policies/documents";
import { policyDocuments } from "../policies/documents";
import { byAddress } from "../resources/addresses";
import { type Delivery, deliveriesIn } from "../resources/deliveries";
import { ownBuses } from "../resources/known-buses";
import type { Resource } from "../resources/resource";
import { type RuleOnBus, rulesIn } from "../resources/rules";
import type { Severity } from "../severities";
import { type FoundStore, storesIn } from "../stores";

/** The evidence that findings are looked for in. */
export interface Evidence {
  readonly environment: Environment;
  /** The resources of the plan, where there is one; otherwise those of the stack. */
  readonly resources: readonly Resource[];
  readonly documents: readonly PolicyDocument[];
  readonly rules: readonly RuleOnBus[];
  readonly deliveries: readonly Delivery[];
  /** Everything else that keeps something of events. */
  readonly stores: readonly FoundStore[];
  /** Policies by whom they are about. */
  readonly known: Known;
  /** The resources that there should be by the file, where the resources are a plan's. */
  readonly declared: readonly Resource[] | undefined;
  /** `2026-11-21` */
  readonly today: string;
}

/** One place that has a finding. */
export interface Found {
  /** The Terraform address, where it is a resource. */
  readonly address?: string;
  /** The path where it stands in the environment file. */
  readonly path?: string;
  readonly what: string;
  /** The severity where it differs from the finding's own. */
  readonly severity?: Severity;
}

/** Something that an auditor would object to. */
export interface FindingType {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly why: string;
  readonly remediation: string;
  readonly controls: readonly Control[];
  find(evidence: Evidence): readonly Found[];
}

export const aws = (...ids: string[]) => controls("AWS Foundational Security Best Practices", ids);
export const cis = (...ids: string[]) => controls("CIS AWS Foundations 1.4", ids);
export const nist = (...ids: string[]) => controls("NIST SP 800-53", ids);

function controls(standard: Control["standard"], ids: readonly string[]): Control[] {
  return ids.map((id) => ({ standard, id }));
}

export type EvidenceSources = Pick<Evidence, "environment" | "resources" | "declared" | "today">;

export function evidenceOf(sources: EvidenceSources): Evidence {
  const { environment, resources } = sources;
  const { aws_account_id, aws_region } = environment;
  const documents = policyDocuments(resources);
  const own = ownBuses(environment);
  const deliveries = deliveriesIn(resources, environment, own);
  const holdings = holdingsIn(resources, documents, environment);
  const addresses = byAddress(resources);
  return {
    ...sources,
    documents,
    rules: rulesIn(resources, environment, own),
    deliveries,
    stores: storesIn({ resources, deliveries, byAddress: addresses, own }, environment),
    known: { holdings, byAddress: addresses, aws_account_id, aws_region },
  };
}
