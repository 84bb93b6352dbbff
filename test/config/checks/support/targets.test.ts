import { file, parse } from "../../../support/environment";

const BUS = 'type = "event_bus"\narn = "arn:aws:events:us-east-1:210987654321:event-bus/central"';
const rule = (options: string) => `targets = { log = { ${options} } }`;

test("takes a transformation for a bus of the same account", () => {
  const { issues } = parse(
    file({ rule: rule('fields = ["id"]'), destination: BUS.replace("210987654321", "123456789012") }),
  );

  expect(issues).toEqual([]);
});

test("takes EventBridge's own variables", () => {
  expect(parse(file({ rule: rule('template = "<aws.events.rule-name>"') })).issues).toEqual([]);
});
