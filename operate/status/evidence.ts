import { holdingsIn } from "../../report/permissions/holdings";
import type { Known } from "../../report/permissions/permission";
import { policyDocuments } from "../../report/policies/documents";
import { byAddress } from "../../report/resources/addresses";
import { type Delivery, deliveriesIn } from "../../report/resources/deliveries";
import { ownBuses } from "../../report/resources/known-buses";
import { blocks, type Resource, text } from "../../report/resources/resource";
import { isHere } from "./deliveries";
import { receiver } from "./live/receivers";
import { liveRole } from "./live/roles";
import { liveRules, placeOf } from "./live/rules";
import type { Look } from "./look";

/** What a plan's permissions are judged by, made of what is really there. */
export interface Evidence {
  readonly delivery: Delivery;
  readonly known: Known;
}

/**
 * Returns the evidence on one target: its rule, its role with all policies, its destination and its dead-letter queue with theirs.
 *
 * @throws AwsProblem where a part of it may not be read
 */
export async function evidenceOn(look: Look, target: Resource): Promise<Evidence> {
  const { environment, account } = look;
  const [role, arn, dead] = [
    text(target, "role_arn"),
    text(target, "arn"),
    blocks(target, "dead_letter_config")[0]?.arn,
  ];
  const here = [arn, dead].filter((one): one is string => typeof one === "string" && isHere(one, look));
  const [rules, roles, receivers] = await Promise.all([
    liveRules(look),
    role === undefined ? [] : liveRole(account, role),
    Promise.all(here.map((one) => receiver(account, one))),
  ]);
  const rule = rules.filter((one) => placeOf(one, "name") === placeOf(target, "rule"));
  const all = [...rule, target, ...(roles ?? []), ...receivers.flatMap((one) => one?.resources ?? [])];
  const [delivery] = deliveriesIn(all, environment, ownBuses(environment));
  if (delivery === undefined) throw new Error("a target is no delivery");
  const holdings = holdingsIn(all, policyDocuments(all), environment);
  const { aws_account_id, aws_region } = environment;
  return { delivery, known: { holdings, byAddress: byAddress(all), aws_account_id, aws_region } };
}
