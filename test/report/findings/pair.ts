import { evidenceOf } from "../../../report/findings/finding";
import { findingsIn } from "../../../report/findings/look";
import { parsePlan } from "../../../report/plan/read";
import { resourcesOfPlan } from "../../../report/plan/resources";
import { resourcesOfStack } from "../../../report/resources/of-stack";
import { environment, file } from "../../support/environment";
import { type Planned, planText } from "../plan";

export interface Case {
  /** The environment file; one without a finding, where none is given. */
  readonly text?: string;
  /** Its name. */
  readonly name?: string;
  /** The plan; without one, the file alone is looked at. */
  readonly plan?: readonly Planned[];
  /** Whether the plan is compared with the file. */
  readonly compared?: true;
}

/** A case that has the finding, and the nearest one that has it not. */
export interface Pair {
  readonly has: Case;
  readonly hasNot: Case;
}

export const TODAY = "2026-11-21";

/** Ids and places of what is found. */
export function found({ text = file(), name = "dev", plan, compared }: Case): string[] {
  const read = environment(text, name);
  const stack = resourcesOfStack(read);
  const resources = plan === undefined ? stack : resourcesOfPlan(parsePlan(Buffer.from(planText(plan)), "plan.json"));
  const declared = compared ? stack : undefined;
  const { open } = findingsIn(evidenceOf({ environment: read, resources, declared, today: TODAY }));
  return open.map(({ id }) => id);
}

export const ACCOUNT = "123456789012";
export const BUS = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit";
export const RULES = `arn:aws:events:us-east-1:${ACCOUNT}:rule/${BUS}/*`;
export const TAGS = { owner: "audit" };

export const policyOf = (statement: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Resource: "*", ...statement }] });

/** A rule and its target, without a finding unless a value says otherwise. */
export function delivery(target: Planned["values"], rule: Planned["values"] = {}): Planned[] {
  const name = "all";
  const event_pattern = JSON.stringify({ source: [BUS], "detail-type": ["v2.audits.entitytype.{id}.entityid.{id}"] });
  return [
    {
      address: "aws_cloudwatch_event_rule.all",
      values: { name, event_bus_name: BUS, event_pattern, tags: TAGS, ...rule },
    },
    { address: "aws_cloudwatch_event_target.all", values: { rule: name, dead_letter_config: [{}], ...target } },
  ];
}
