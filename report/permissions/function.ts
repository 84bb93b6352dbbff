import { unqualified } from "../../aws/arn";
import type { PolicyDocument } from "../policies/documents";
import { EVENTS } from "../policies/request";
import { refusal } from "../policies/verdict";
import { withoutKeys } from "../resources/addresses";
import type { Delivery } from "../resources/deliveries";
import { type Resource, text } from "../resources/resource";
import { nameOf } from "./holdings";
import { eventsContext, type Known, type Permission } from "./permission";

/** A function lets EventBridge in by permissions, each of them for one alias or version, or for the function without one. */
export const lambda: Permission = (delivery, known) => {
  const { name, address, qualifier } = invoked(delivery, known);
  const { documents, from, open } = known.holdings.about("function", [address, name]);
  const permissions = from.filter(({ type }) => type === "aws_lambda_permission");
  if (open) return undefined;
  const reasons = permissions.map((permission) => {
    if (qualifier !== undefined && qualifier !== qualifierOf(permission)) return otherQualifier(permission, qualifier);
    return otherRule(permission, delivery) ?? why(documents, permission, delivery, known);
  });
  if (reasons.includes(undefined)) return undefined;
  return { what: ["no permission lets EventBridge invoke the function", ...reasons.slice(0, 1)].join(": ") };
};

const NONE = "none";

interface Invoked {
  readonly name: string | undefined;
  readonly address: string | undefined;
  /** The alias or version; undefined where nobody knows it yet. */
  readonly qualifier: string | undefined;
}

function invoked({ arn, receiver, target }: Delivery, { byAddress }: Known): Invoked {
  if (receiver?.type === "aws_lambda_alias") {
    const [of] = (receiver.references.function_name ?? []).flatMap((address) => byAddress.get(address) ?? []);
    const name = text(receiver, "function_name") ?? (of && text(of, "function_name"));
    return {
      name: name && nameOf("function", name),
      address: of && withoutKeys(of.address),
      qualifier: text(receiver, "name"),
    };
  }
  const address = receiver && withoutKeys(receiver.address);
  const name = arn === undefined ? receiver && text(receiver, "function_name") : nameOf("function", arn);
  // A function's qualified ARN is known later, and may be meant.
  const qualifier = text(target, "arn") === undefined ? undefined : (unqualified(arn ?? "")[1] ?? NONE);
  return { name, address, qualifier };
}

function qualifierOf(permission: Resource): string | undefined {
  if (permission.unknown.qualifier === true) return undefined;
  const written = text(permission, "function_name") ?? "";
  const [, named = unqualified(written)[1]] = /^[^:]*:([^:]*)$/.exec(written) ?? [];
  return text(permission, "qualifier") ?? named ?? NONE;
}

function otherQualifier(permission: Resource, qualifier: string): string | undefined {
  const own = qualifierOf(permission);
  if (own === undefined) return undefined;
  const words = (one: string) => (one === NONE ? "the function without alias or version" : one);
  return `${permission.address} is for ${words(own)}, and the target is ${words(qualifier)}`;
}

/** Returns why a permission is for another rule, by what its source refers to, where that is known after the apply only. */
function otherRule({ address, unknown, references }: Resource, { rule }: Delivery): string | undefined {
  const rules = (references.source_arn ?? []).filter((one) => /(?:^|\.)aws_cloudwatch_event_rule\./.test(one));
  if (unknown.source_arn !== true || rules.length === 0 || rule === undefined) return undefined;
  if (rules.map(withoutKeys).includes(withoutKeys(rule.address))) return undefined;
  return `${address} is for ${rules.join(" and ")}, and not for ${rule.address}`;
}

function why(
  documents: readonly PolicyDocument[],
  permission: Resource,
  delivery: Delivery,
  known: Known,
): string | undefined {
  const context = new Map(
    // EventBridge says no account where it invokes (EventBridge user guide, "Troubleshooting").
    eventsContext(delivery, known, { "aws:SourceAccount": null, "lambda:EventSourceToken": null }),
  );
  if (permission.unknown.source_arn === true) context.delete("aws:sourcearn");
  const statements = documents
    .filter(({ address }) => address === permission.address)
    .flatMap(({ statements }) => statements);
  // The permission names the function in its own way, by which it was found.
  return refusal(statements, { service: EVENTS, action: "lambda:InvokeFunction", resource: undefined, context });
}
