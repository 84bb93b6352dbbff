import { file } from "../support/environment";
import { resource, synthesized } from "../support/stack";

const stack = synthesized(
  file({
    destination: `type = "pagerduty"
routing_key = { secrets_manager = "pd" }
summary = "OAuth client <detail.eventBody.entity.name> deleted"
dedup_key = "<detail.eventBody.entity.id>"`,
  }),
);

test("triggers an alert of Events API v2 with a text and a key made of the event", () => {
  const { input_transformer } = resource(stack, "aws_cloudwatch_event_target");

  expect(input_transformer).toEqual({
    input_paths: {
      detail_eventBody_entity_id: "$.detail.eventBody.entity.id",
      detail_eventBody_entity_name: "$.detail.eventBody.entity.name",
      "detail-type": "$.detail-type",
      source: "$.source",
      time: "$.time",
    },
    input_template: JSON.stringify({
      event_action: "trigger",
      dedup_key: "<detail_eventBody_entity_id>",
      client: "Genesys Cloud",
      payload: {
        summary: "OAuth client <detail_eventBody_entity_name> deleted",
        severity: "error",
        source: "<source>",
        timestamp: "<time>",
        class: "<detail-type>",
      },
    }),
  });
});

test("lets the connection add the routing key to the body, so that no event, plan or file holds it", () => {
  const value = "${data.aws_secretsmanager_secret_version.log.secret_string}";

  expect(resource(stack, "aws_cloudwatch_event_connection").auth_parameters).toMatchObject({
    invocation_http_parameters: { body: [{ key: "routing_key", value, is_value_secret: true }] },
  });
  expect(resource(stack, "aws_cloudwatch_event_api_destination").invocation_endpoint).toBe(
    "https://events.pagerduty.com/v2/enqueue",
  );
});
