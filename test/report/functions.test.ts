import { codeHash } from "../../modules/function-code";
import { page } from "../../report/formats/html";
import { markdown } from "../../report/formats/markdown";
import { environment, file } from "../support/environment";
import { reportFor } from "./report-of";

const KAFKA =
  'type = "kafka"\nbrokers = ["b1.acme.example:9096"]\ntopic = "genesys.events"\nauth = { type = "plain", credentials = { secrets_manager = "k" } }';
const report = reportFor(environment(file({ destination: KAFKA })));
const FUNCTION = /dev-log-produce: its role may .*secretsmanager:GetSecretValue.*sqs:ReceiveMessage/;

test("a function that writes to a destination is named there, with what it may do and its hash", () => {
  const [destination] = report.destinations;

  expect(destination?.functions).toEqual([expect.stringMatching(FUNCTION)]);
  expect(destination?.functions[0]).toContain(codeHash("kafka-producer"));
});

test.each([
  ["page", page(report, {})],
  ["Markdown", markdown(report, {})],
])("the %s says so", (_, text) => {
  expect(text).toMatch(FUNCTION);
});
