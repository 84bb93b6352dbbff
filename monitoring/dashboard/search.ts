import type { MetricName } from "../../aws/alarm-kind";
import { SEARCH_LENGTH } from "../../aws/limits";
import { chunks } from "../chunks";
import { PERIOD_SECONDS } from "./widget";

/** Returns the search for a metric of all rules of these buses, also of rules that come later. */
export function search({ namespace, name, statistic }: MetricName, buses: readonly string[]): string {
  const any = buses.map((bus) => `"${bus}"`).join(" OR ");
  const query = `{${namespace},EventBusName,RuleName} EventBusName=${buses.length > 1 ? `(${any})` : any} MetricName="${name}"`;
  return `SEARCH('${query}', '${statistic}', ${PERIOD_SECONDS})`;
}

/** The most that a bus adds to a search: aws.partner/genesys.com/cloud/, a UUID, a suffix of 64 characters, quotes and OR. */
const BUS_LENGTH = 144;
const BUSES_PER_SEARCH = Math.floor((SEARCH_LENGTH - 150) / BUS_LENGTH);

/** Returns the same for any number of buses, as several searches. */
export function searches(metric: MetricName, buses: readonly string[]): string[] {
  return chunks(buses, BUSES_PER_SEARCH).map((some) => search(metric, some));
}

/** The most lines that a person can tell apart. */
const LARGEST = 20;

/** Returns the expression for the largest of what a search finds. */
export function largest(found: string, { statistic }: MetricName): string {
  return `SORT(${found}, ${statistic === "Average" ? "AVG" : "SUM"}, DESC, ${LARGEST})`;
}
