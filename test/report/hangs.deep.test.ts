import { reportFormats } from "../../report/formats";
import { picture } from "../../report/formats/html/picture";
import { code } from "../../report/formats/markdown/text";
import type { FlowNode } from "../../report/model/flow";
import { parsePlan } from "../../report/plan/read";
import { smallest } from "../../report/text/largest";
import { environment, file } from "../support/environment";
import { type Planned, planText } from "./plan";
import { reportFor } from "./report-of";

const of = (plan: readonly Planned[]) => {
  const report = reportFor(environment(file()), parsePlan(Buffer.from(planText(plan)), "plan.json"));
  return Object.values(reportFormats).map((format) => format(report, {}));
};

test("lists of any length are compared and drawn", () => {
  const list = (offset: number) => Array.from({ length: 20_000 }, (_, index) => `item-${index + offset}`);
  const [, json = ""] = of([{ address: "aws_sqs_queue.q", values: { list: list(1) }, before: { list: list(0) } }]);
  const topics = Array.from({ length: 126_000 }, () => "v2.users.{id}.presence");
  const node = (id: string): FlowNode => ({ id, names: [id], label: id, about: "", anchor: id });

  expect(json).toContain("list is item-20000, before nothing");
  expect(code(topics.join("`"))).toContain("``v2");
  expect(picture({ streams: [], rules: topics.map(node), destinations: [], edges: [] }).text).toContain("</svg>");
  expect(smallest(topics.keys(), 9)).toBe(0);
});
