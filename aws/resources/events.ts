import type { ResourceTypes } from "./resource-type";

export const events: ResourceTypes = {
  aws_cloudwatch_event_api_destination: {
    noun: "API destination",
    delivery: "api-destination",
    endpoint: "invocation_endpoint",
  },
  aws_cloudwatch_event_archive: {
    noun: "archive",
    loss: "with every event in it",
    retention: { attribute: "retention_days", unit: "days", forEver: true },
    store: "archive",
  },
  aws_cloudwatch_event_bus: {
    noun: "event bus",
    loss: "with its rules and targets; events that come meanwhile are lost",
    arn: ["events", (name) => `event-bus/${name}`],
    delivery: "events",
    tagged: true,
  },
  aws_cloudwatch_event_connection: { noun: "connection" },
  aws_cloudwatch_event_permission: { noun: "permission of the event bus", grants: "event bus" },
  aws_cloudwatch_event_rule: { noun: "rule", loss: "events that it matches are not delivered", tagged: true },
  aws_cloudwatch_event_target: { noun: "target", loss: "nothing more is delivered there", arnOfAnother: true },
  aws_schemas_discoverer: { noun: "schema discoverer", store: "discovered schemas" },
};
