import type { Metric } from "../metrics";

/** The look of a metric or an expression. */
export interface Drawn {
  readonly label: string;
  readonly id?: string;
  /** False where it only serves an expression and is not drawn. */
  readonly visible?: false;
}

/** A line as CloudWatch writes it: namespace, name, dimensions by turns, and how it is drawn; or only an expression. */
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

/** Returns a widget of lines over time. */
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

/** Returns a widget of one number for each line, of the last 30 days as a whole. */
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
