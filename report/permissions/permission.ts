import type { Context } from "../policies/conditions";
import { type Caller, contextOf, EVENTS } from "../policies/request";
import type { Delivery } from "../resources/deliveries";
import type { Resource } from "../resources/resource";
import type { Holdings } from "./holdings";

/** Everything known beside the delivery. */
export interface Known {
  readonly holdings: Holdings;
  /** The resources by address, also without the keys of for_each and count. */
  readonly byAddress: ReadonlyMap<string, Resource>;
  readonly aws_account_id: string;
  readonly aws_region: string;
}

/** The reason against a delivery, with a severity where it is not the finding's own. */
export interface Missing {
  readonly what: string;
  readonly severity?: "medium";
}

/** Says why EventBridge may not deliver; undefined where it may, or where nobody can say before the apply. */
export type Permission = (delivery: Delivery, known: Known) => Missing | undefined;

/** Returns what EventBridge's calls carry: the rule that they are for, where its name is known. */
export function eventsContext(
  { ruleArn }: Pick<Delivery, "ruleArn">,
  known: Known,
  more: Readonly<Record<string, string | null>> = {},
): Context {
  return contextOf(caller(known), {
    "aws:SourceAccount": known.aws_account_id,
    ...(ruleArn !== undefined && { "aws:SourceArn": ruleArn }),
    ...more,
  });
}

export function caller({ aws_account_id: account, aws_region: region }: Known): Caller {
  return { service: EVENTS, account, region };
}
