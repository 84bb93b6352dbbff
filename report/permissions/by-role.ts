import type { Context } from "../policies/conditions";
import type { PolicyDocument } from "../policies/documents";
import { contextOf, EVENTS } from "../policies/request";
import { refusal } from "../policies/verdict";
import { withoutKeys } from "../resources/addresses";
import type { Delivery } from "../resources/deliveries";
import { isLater, isSet, type Resource, text } from "../resources/resource";
import { type Held, nameOf } from "./holdings";
import { caller, eventsContext, type Known, type Missing, type Permission } from "./permission";

/** The permission of destinations that take nothing without a role. */
export function byRole(...actions: readonly string[]): Permission {
  return (delivery, known) =>
    isSet(delivery.target, "role_arn")
      ? roleMissing(delivery, known, actions)
      : { what: "the target has no role, so that EventBridge may not deliver" };
}

/** The permission of destinations that take a role, or else let EventBridge in by themselves. */
export function byRoleOr(action: string, permission: Permission): Permission {
  return (delivery, known) =>
    isSet(delivery.target, "role_arn") ? roleMissing(delivery, known, [action]) : permission(delivery, known);
}

/** Returns what a target's role lacks, where the role is made here too. */
function roleMissing(delivery: Delivery, known: Known, actions: readonly string[]): Missing | undefined {
  const role = roleOf(delivery.target, known);
  if (role === undefined) return undefined;
  const name = text(role, "name") ?? role.name;
  const held = known.holdings.about("role", [withoutKeys(role.address), name]);
  const request = { action: "sts:AssumeRole", resource: undefined, context: eventsContext(delivery, known) };
  const distrust = isLater(role, "assume_role_policy")
    ? undefined
    : refusal(ofKind(held.documents, "trust"), { ...request, service: EVENTS });
  if (distrust !== undefined) return { what: `the role ${name} does not let EventBridge assume it: ${distrust}` };
  const documents = attached(role, held, known);
  if (documents === undefined) return undefined;
  const statements = ofKind(documents, "identity");
  for (const action of actions) {
    const why = refusal(statements, { action, resource: delivery.arn, context: roleContext(role, known) });
    if (why !== undefined) return { what: `the role ${name} may not do ${action}: ${why}` };
  }
  return undefined;
}

function roleOf(target: Resource, { byAddress, holdings }: Known): Resource | undefined {
  const arn = text(target, "role_arn");
  const [first] = arn === undefined ? [] : holdings.about("role", [nameOf("role", arn)]).from;
  const [referred] = (target.references.role_arn ?? []).flatMap((address) => byAddress.get(address) ?? []);
  return [referred, first].find((one) => one?.type === "aws_iam_role");
}

/** Everything that the role may do; undefined where something of it is not made here, or not known yet. */
function attached(role: Resource, { documents, from, open }: Held, known: Known): PolicyDocument[] | undefined {
  if (open || isSet(role, "managed_policy_arns")) return undefined;
  const policies = from
    .filter(({ type }) => type === "aws_iam_role_policy_attachment")
    .map((one) => (one.references.policy_arn ?? []).flatMap((address) => known.byAddress.get(address) ?? []));
  if (policies.some(([policy]) => policy === undefined || isLater(policy, "policy"))) return undefined;
  const own = policies.flat().flatMap(({ address }) => known.holdings.documentsOf(address));
  return [...documents, ...own];
}

/** A role's session calls for itself: no call carries the rule that it is made for. */
function roleContext(role: Resource, known: Known): Context {
  const context = new Map(contextOf(caller(known), { "aws:SourceArn": null, "aws:SourceAccount": null }));
  for (const key of context.keys()) if (key.startsWith("aws:principal")) context.delete(key);
  const arn = text(role, "arn");
  if (arn !== undefined) context.set("aws:principalarn", arn);
  return context.set("aws:principalisawsservice", "false").set("aws:principalaccount", known.aws_account_id);
}

export function ofKind(documents: readonly PolicyDocument[], kind: PolicyDocument["kind"]) {
  return documents.filter((document) => document.kind === kind).flatMap(({ statements }) => statements);
}
