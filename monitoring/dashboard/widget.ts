import type { Metric } from "../metrics";

/** How a metric or an expression is drawn. */
export interface Drawn {
  readonly label: string;
  readonly id?: string;
  /** Hidden: it only serves an expression. */
  readonly visible?: false;
}

/** As CloudWatch writes them: namespace, name, dimensions by turns, and how it is drawn; or an expression alone. */
export type Line = readonly (string | Readonly<Record<string, unknown>>)[];

export interface Widget {
  readonly type: "alarm" | "metric" | "text";
  readonly width: number;
  readonly height: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

export function metricLine({ namespace, name, dimensions, statistic }: Metric, drawn: Drawn): Line {
  return [namespace, name, ...Object.entries(dimensions).flat(), { stat: statistic, ...drawn }];
}

export function expressionLine(expression: string, drawn: Drawn): Line {
  return [{ expression, ...drawn }];
}

export const PERIOD_SECONDS = 300;

/** Lines over time. */
export function graph(title: string, region: string, lines: readonly Line[], axis: string): Widget {
  const yAxis = { left: { min: 0, label: axis, showUnits: false } };
  const properties = {
    title,
    region,
    view: "timeSeries",
    stacked: false,
    period: PERIOD_SECONDS,
    yAxis,
    metrics: lines,
  };
  return { type: "metric", width: 12, height: 6, properties };
}

/** One number for each line, of the last 30 days as a whole. */
export function month(title: string, region: string, lines: readonly Line[], width: number, height = 6): Widget {
  const range = { start: "-P30D", setPeriodToTimeRange: true, period: PERIOD_SECONDS };
  return {
    type: "metric",
    width,
    height,
    properties: { title, region, view: "singleValue", ...range, metrics: lines },
  };
}

export function text(markdown: string, width: number, height: number): Widget {
  return { type: "text", width, height, properties: { markdown } };
}
