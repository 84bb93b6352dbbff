import type { PlacedWidget } from "../../../monitoring/dashboard/layout";
import type { Synthesized } from "../stack";
import type { Named } from "./world";

export function widgetsOf({ resource }: Synthesized): PlacedWidget[] {
  const [dashboard] = Object.values(resource.aws_cloudwatch_dashboard ?? {});
  return JSON.parse(String(dashboard?.dashboard_body)).widgets;
}

/** Returns the lines of a widget: parts of a metric, or an expression. */
export function linesOf({ properties }: PlacedWidget): { readonly metric: string[]; readonly drawn: Drawn }[] {
  const { metrics = [] } = properties as { metrics?: unknown[][] }; // as CloudWatch's syntax has it
  return metrics.map((line) => ({
    metric: line.filter((part): part is string => typeof part === "string"),
    drawn: line.find((part): part is Drawn => typeof part === "object") ?? {},
  }));
}

export interface Drawn {
  readonly expression?: string;
  readonly label?: string;
  readonly id?: string;
  readonly visible?: boolean;
}

const SEARCH =
  /SEARCH\('\{([^,]+),EventBusName,RuleName\} EventBusName=(\(.*?\)|"[^"]+") MetricName="([^"]+)"', '\w+', \d+\)/g;

/** Returns every metric that a widget asks for; for a search, which names no rule, one for each bus. */
export function metricsOf(widget: PlacedWidget): Named[] {
  return linesOf(widget).flatMap(({ metric: [namespace, name, ...pairs], drawn }) => {
    if (namespace !== undefined && name !== undefined) {
      const dimensions = Object.fromEntries(
        pairs.flatMap((key, index) => (index % 2 === 0 ? [[key, pairs[index + 1] ?? ""]] : [])),
      );
      return [{ namespace, name, dimensions }];
    }
    return [...(drawn.expression ?? "").matchAll(SEARCH)].flatMap(([, space = "", buses = "", metric = ""]) =>
      (buses.match(/[^"()]+(?=")/g) ?? [])
        .filter((bus) => bus !== " OR ")
        .map((bus) => ({ namespace: space, name: metric, dimensions: { EventBusName: bus, RuleName: "" } })),
    );
  });
}
