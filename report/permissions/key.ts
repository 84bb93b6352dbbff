import type { Context } from "../policies/conditions";
import { EVENTS } from "../policies/request";
import { refusal } from "../policies/verdict";
import { withoutKeys } from "../resources/addresses";
import { type Resource, text } from "../resources/resource";
import { ofKind } from "./by-role";
import { nameOf } from "./holdings";
import type { Known, Missing } from "./permission";

interface Use {
  readonly context: Context;
  /** The key that AWS manages for the service. */
  readonly managed: string;
  readonly conditionless?: string;
}

/** EventBridge itself uses the key of a queue or topic that it sends to (EventBridge user guide, "Targets"). */
const ACTIONS = ["kms:Decrypt", "kms:GenerateDataKey"];

/** Returns what keeps EventBridge from the key of what it sends to, where that key is made here too. */
export function keyMissing(receiver: Resource, known: Known, use: Use): Missing | undefined {
  const written = text(receiver, "kms_master_key_id");
  if (written?.includes(use.managed))
    return { what: `it is encrypted with ${use.managed}, a key of AWS whose policy cannot let EventBridge in` };
  const key = keyOf(receiver, "kms_master_key_id", known);
  const names = [key && withoutKeys(key.address), written && nameOf("key", written)];
  const { documents, from, open } = known.holdings.about("key", names);
  if (open || from.length === 0) return undefined;
  const statements = ofKind(documents, "resource");
  for (const action of ACTIONS) {
    const request = { service: EVENTS, action, resource: key && text(key, "arn"), ...use };
    const why = refusal(statements, request);
    if (why !== undefined) return { what: `the policy of its key does not let EventBridge do ${action}: ${why}` };
  }
  return undefined;
}

/** Returns the key that an attribute refers to, through an alias too. */
function keyOf(resource: Resource, attribute: string, known: Known): Resource | undefined {
  const [referred] = (resource.references[attribute] ?? []).flatMap((address) => known.byAddress.get(address) ?? []);
  return referred?.type === "aws_kms_alias" ? keyOf(referred, "target_key_id", known) : referred;
}
