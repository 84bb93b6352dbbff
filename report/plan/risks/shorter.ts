import { resourceType } from "../../../aws/resources";
import type { Retention } from "../../../aws/resources/resource-type";
import { isMap } from "../../../text/value";
import type { Resource } from "../../resources/resource";
import { smallest } from "../../text/largest";
import { nounOf } from "../nouns";
import type { ResourceChange } from "../resource-change";
import type { RiskType } from "./risk";

export const shorter: RiskType = {
  risk: "shorter",
  title: "Shorter retention",
  words(change) {
    const { before, after, action } = change;
    if (before === undefined || after === undefined || action === "drift") return [];
    const plain = periods(change, resourceType(after.type)?.retention);
    const [old, now] = [expiration(before), expiration(after)];
    return now < old ? [...plain, words(`files of the ${nounOf(change)}`, now, old, "days")] : plain;
  },
};

function periods(change: ResourceChange, retention: Retention | undefined): string[] {
  if (retention === undefined) return [];
  const { attribute, unit, forEver } = retention;
  const [old, now] = [change.before, change.after].map((one) => period(one?.values[attribute], forEver));
  return old !== undefined && now !== undefined && now < old ? [words(nounOf(change), now, old, unit)] : [];
}

function period(value: unknown, forEver: boolean): number | undefined {
  if (typeof value === "number") return value === 0 && forEver ? Number.POSITIVE_INFINITY : value;
  return (value === null || value === undefined) && forEver ? Number.POSITIVE_INFINITY : undefined;
}

/** Returns the shortest expiration of a bucket's lifecycle rules. */
function expiration({ type, values }: Resource): number {
  if (resourceType(type)?.expiresFilesOf === undefined || !Array.isArray(values.rule)) return Number.POSITIVE_INFINITY;
  const days = values.rule
    .flatMap((rule) => (isMap(rule) && Array.isArray(rule.expiration) ? rule.expiration : []))
    .flatMap((one) => (isMap(one) && typeof one.days === "number" && one.days > 0 ? [one.days] : []));
  return smallest(days, Number.POSITIVE_INFINITY);
}

function words(what: string, now: number, old: number, unit: string): string {
  const said = (length: number) => (length === Number.POSITIVE_INFINITY ? "for ever" : `${length} ${unit}`);
  return `The ${what} keeps what it holds for ${said(now)}, before ${said(old)}.`.replace("for for ever", "for ever");
}
