import type { MetricName } from "../../aws/alarm-kind";
import { SEARCH_LENGTH } from "../../aws/limits";
import { chunks } from "../chunks";
import { PERIOD_SECONDS } from "./widget";

/** Finds a metric of all rules of these buses, also of rules that come later. */
export function search({ namespace, name, statistic }: MetricName, buses: readonly string[]): string {
  const any = buses.map((bus) => `"${bus}"`).join(" OR ");
  const query = `{${namespace},EventBusName,RuleName} EventBusName=${buses.length > 1 ? `(${any})` : any} MetricName="${name}"`;
  return `SEARCH('${query}', '${statistic}', ${PERIOD_SECONDS})`;
}

/** What a bus adds to a search at most: aws.partner/genesys.com/cloud/, a UUID, a suffix of 64 characters, quotes and OR. */
const BUS_LENGTH = 144;
const BUSES_PER_SEARCH = Math.floor((SEARCH_LENGTH - 150) / BUS_LENGTH);

/** The same for any number of buses. */
export function searches(metric: MetricName, buses: readonly string[]): string[] {
  return chunks(buses, BUSES_PER_SEARCH).map((some) => search(metric, some));
}

/** More lines than that, nobody can tell apart. */
const LARGEST = 20;

/** The largest of what is found. */
export function largest(found: string, { statistic }: MetricName): string {
  return `SORT(${found}, ${statistic === "Average" ? "AVG" : "SUM"}, DESC, ${LARGEST})`;
}
