import {
  DASHBOARD_COLUMNS,
  METRICS_PER_DASHBOARD,
  METRICS_PER_WIDGET,
  SEARCH_LENGTH,
  SEARCHES_PER_WIDGET,
  WIDGETS_PER_DASHBOARD,
} from "../../aws/limits";
import type { PlacedWidget } from "../../monitoring/dashboard/layout";
import { linesOf, metricsOf, widgetsOf } from "../support/cloudwatch/dashboard";
import { drawn as drawing } from "../support/cloudwatch/svg";
import { everyDestination } from "../support/cloudwatch/watched-stack";
import { synthesized } from "../support/stack";

const widgets = widgetsOf(synthesized(everyDestination()));

/** As large as an account allows: 300 rules on a bus, each with its own topic, and 90 more buses. */
function large(): PlacedWidget[] {
  const rules = Array.from({ length: 290 }, (_, n) => `r${n} = { stream = "audit", targets = ["webhook", "bus"] }`);
  const streams = Array.from(
    { length: 90 },
    (_, n) => `s${n} = { event_source_suffix = "${"x".repeat(60)}${n}", topic_filters = ["v2.users.{id}.presence"] }`,
  );
  const queues = Array.from({ length: 200 }, (_, n) => `q${n} = { type = "sqs" }`);
  const used = Array.from({ length: 40 }, (_, n) => {
    const targets = [0, 1, 2, 3, 4].map((nth) => `"q${5 * n + nth}"`).join(", ");
    return `u${n} = { stream = "s${n}", targets = [${targets}] }`;
  });
  const text = everyDestination()
    .replace("rules = {", `rules = {\n${[...rules, ...used].join("\n")}`)
    .replace("streams = {", `streams = {\n${streams.join("\n")}`)
    .replace("destinations = {", `destinations = {\n${queues.join("\n")}`);
  return widgetsOf(synthesized(text));
}

const sizes: [string, PlacedWidget[]][] = [
  ["each kind of destination", widgets],
  ["330 rules, 91 streams and 211 destinations", large()],
];

describe.each(sizes)("with %s", (_, drawn) => {
  test("no two widgets overlap and none leaves the grid", () => {
    const taken = new Set<string>();
    for (const { x, y, width, height } of drawn) {
      expect(x + width).toBeLessThanOrEqual(DASHBOARD_COLUMNS);
      for (let column = x; column < x + width; column++)
        for (let row = y; row < y + height; row++) {
          expect(taken).not.toContain(`${column} ${row}`);
          taken.add(`${column} ${row}`);
        }
    }
  });

  test("every text fits into its widget", () => {
    expect(drawing(drawn, ["a", "b"]).overflowing).toEqual([]);
  });

  test("keeps within CloudWatch's limits", () => {
    const lines = drawn.map(linesOf);

    expect(drawn.length).toBeLessThanOrEqual(WIDGETS_PER_DASHBOARD);
    expect(lines.flat().length).toBeLessThanOrEqual(METRICS_PER_DASHBOARD);
    for (const of of lines) {
      const found = of.flatMap(({ drawn: { expression = "" } }) => expression.match(/SEARCH\('([^']*)'/g) ?? []);
      expect(of.length).toBeLessThanOrEqual(METRICS_PER_WIDGET);
      expect(found.length).toBeLessThanOrEqual(SEARCHES_PER_WIDGET);
      expect(Math.max(0, ...found.map(({ length }) => length))).toBeLessThanOrEqual(SEARCH_LENGTH);
    }
  });

  test("has no more than 20 widgets", () => {
    expect(drawn.length).toBeLessThanOrEqual(20);
  });

  test("uses in expressions only what is in the same widget", () => {
    for (const lines of drawn.map(linesOf)) {
      const ids = lines.map(({ drawn: { id } }) => id);
      const used = lines.flatMap(({ drawn: { expression = "" } }) => expression.match(/\b[a-z]\d*(?:_\d+)?\b/g) ?? []);
      expect(used.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });
});

test("estimates the cost from what was sent, at list prices, and says what it leaves out", () => {
  const cost = widgets.find(({ properties }) => String(properties.title).includes("cost"));
  const shown = cost && linesOf(cost).filter(({ drawn: { visible } }) => visible !== false);

  expect(shown?.map(({ drawn: { label, expression } }) => `${label}: ${expression}`)).toEqual([
    "EventBridge: events: SUM([m0_0]) / 1000000 * 1",
    "firehose: taken in: SUM([m1_0, m1_1, m1_2]) / 1000000 * 0.000029",
    "event_bus: forwarded: SUM([m2_0]) / 1000000 * 1",
    "kafka: records: SUM([m3_0]) / 1000000 * 1.2",
    "sqs: messages: SUM([m4_0, m4_1]) / 1000000 * 1.2",
    "lambda: invocations: SUM([m5_0]) / 1000000 * 0.2",
    "http: requests: SUM([m6_0, m6_1]) / 1000000 * 0.2",
    "cloudwatch_logs: taken in: SUM([m7_0]) / 1000000 * 0.0005",
    "step_functions: executions: SUM([m8_0]) / 1000000 * 25",
    "pagerduty: requests: SUM([m9_0]) / 1000000 * 0.2",
    "kinesis: taken in: SUM([m10_0]) / 1000000 * 0.00008",
    "dynamodb: items: SUM([m11_0]) / 1000000 * 1.645",
    "sns: published: SUM([m12_0]) / 1000000 * 0.5",
    "together: SUM([c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12])",
  ]);
  expect(widgets.map(({ properties }) => properties.markdown).join()).toMatch(
    /list prices of us-east-1.*alarms \$\d+\.\d\d/,
  );
});

test("asks for nothing of alarms that are switched off", () => {
  const off = widgetsOf(synthesized(everyDestination().replace("monitoring = {", "monitoring = { alarms = false,")));

  expect(off.map(({ type }) => type)).not.toContain("alarm");
  expect(off.flatMap(metricsOf)).toEqual(widgets.flatMap(metricsOf));
});
