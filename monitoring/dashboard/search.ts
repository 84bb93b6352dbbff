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

/** The room for each bus in a search, with quotes and OR. Constant, so that a longer name redraws nothing as long as it fits. */
const BUS_ROOM = 144;
/** The characters that quotes and OR add to a name. */
const AROUND = 6;
const ROOM = SEARCH_LENGTH - 150;

/** Returns the same for any number of buses, as several searches. */
export function searches(metric: MetricName, buses: readonly string[]): string[] {
  const longest = Math.max(BUS_ROOM, ...buses.map(({ length }) => length + AROUND));
  return chunks(buses, Math.floor(ROOM / longest)).map((some) => search(metric, some));
}

/** The most lines that a person can tell apart. */
const LARGEST = 20;

/** Returns the expression for the largest of what a search finds. */
export function largest(found: string, { statistic }: MetricName): string {
  return `SORT(${found}, ${statistic === "Average" ? "AVG" : "SUM"}, DESC, ${LARGEST})`;
}
