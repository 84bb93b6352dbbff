import { isMap } from "../../../text/value";
import type { Resource } from "../../resources/resource";
import { smallest } from "../../text/largest";
import { nounOf } from "../nouns";
import type { RiskType } from "./risk";

/** Attributes that say how long something is kept, with their unit; 0 or nothing may mean for ever. */
const PERIODS: readonly (readonly [attribute: string, unit: string, forEver: boolean])[] = [
  ["retention_in_days", "days", true],
  ["retention_period", "hours", false],
  ["message_retention_seconds", "seconds", false],
  ["retention_days", "days", true],
  ["recovery_window_in_days", "days", false],
];

export const shorter: RiskType = {
  risk: "shorter",
  title: "What is kept shorter",
  words(change) {
    const { before, after, action } = change;
    if (before === undefined || after === undefined || action === "drift") return [];
    const plain = PERIODS.flatMap(([attribute, unit, forEver]) => {
      const [old, now] = [before, after].map((resource) => period(resource.values[attribute], forEver));
      return old !== undefined && now !== undefined && now < old ? [words(nounOf(change), now, old, unit)] : [];
    });
    const [old, now] = [expiration(before), expiration(after)];
    return now < old ? [...plain, words(`files of the ${nounOf(change)}`, now, old, "days")] : plain;
  },
};

function period(value: unknown, forEver: boolean): number | undefined {
  if (typeof value === "number") return value === 0 && forEver ? Number.POSITIVE_INFINITY : value;
  return (value === null || value === undefined) && forEver ? Number.POSITIVE_INFINITY : undefined;
}

/** The shortest of a bucket's lifecycle rules. */
function expiration({ type, values }: Resource): number {
  if (type !== "aws_s3_bucket_lifecycle_configuration" || !Array.isArray(values.rule)) return Number.POSITIVE_INFINITY;
  const days = values.rule
    .flatMap((rule) => (isMap(rule) && Array.isArray(rule.expiration) ? rule.expiration : []))
    .flatMap((one) => (isMap(one) && typeof one.days === "number" && one.days > 0 ? [one.days] : []));
  return smallest(days, Number.POSITIVE_INFINITY);
}

function words(what: string, now: number, old: number, unit: string): string {
  const said = (length: number) => (length === Number.POSITIVE_INFINITY ? "for ever" : `${length} ${unit}`);
  return `The ${what} keeps what it holds for ${said(now)}, before ${said(old)}.`.replace("for for ever", "for ever");
}
