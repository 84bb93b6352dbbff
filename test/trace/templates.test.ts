import { Tracer } from "../../trace/tracer";
import { environment, file } from "../support/environment";
import { cases, event } from "./templates.json";

const TOPIC = event["detail-type"];
const traced = (cases: readonly { name: string; template: string; variables: object }[]) => {
  const rules = cases.map(
    ({ name, template, variables }) =>
      `${name} = { stream = "audit", targets = { log = { template = ${JSON.stringify(template)}, variables = ${JSON.stringify(variables).replaceAll('":"', '" = "')} } } }`,
  );
  const text = file({
    destination: 'type = "sqs"',
    rule: `targets = ["log"] }\n${rules.join("\n")}\nlast = { stream = "audit", targets = ["log"]`,
  });
  const tracer = new Tracer(environment(text.replace("v2.users.{id}.presence", TOPIC)), { exact: false });
  const found = tracer.trace(event).streams[0]?.rules ?? [];
  return new Map(found.map((rule) => [rule.rule, rule.matches ? rule.deliveries[0] : undefined]));
};
const all = traced(cases);

// What AWS was recorded to make of templates, and others by the same rules.
test.each(cases)("$name: $template", ({ name, delivered, payload }) => {
  const delivery = all.get(name);

  expect(delivery?.delivered).toBe(delivered);
  expect(delivery?.payload === null ? null : JSON.parse(delivery?.payload ?? "")).toEqual(payload);
});
