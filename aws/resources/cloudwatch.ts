import type { ResourceTypes } from "./resource-type";

export const cloudwatch: ResourceTypes = {
  aws_cloudwatch_composite_alarm: { noun: "alarm", loss: "nobody is notified of what it watches" },
  aws_cloudwatch_dashboard: { noun: "dashboard" },
  aws_cloudwatch_log_delivery: {
    noun: "log delivery",
    loss: "what the bus does is no longer logged there",
    store: "log delivery",
  },
  aws_cloudwatch_log_delivery_destination: { noun: "log delivery destination", store: "log destination" },
  aws_cloudwatch_log_delivery_source: { noun: "log delivery source", store: "log source" },
  aws_cloudwatch_log_group: {
    noun: "log group",
    loss: "with every log event in it",
    arn: ["logs", (name) => `log-group:${name}`],
    delivery: "logs",
    retention: { attribute: "retention_in_days", unit: "days", forEver: true },
    tagged: true,
  },
  aws_cloudwatch_log_resource_policy: {
    noun: "CloudWatch Logs resource policy",
    loss: "EventBridge can no longer write to the log groups",
    carries: { holder: "logs", of: "", policy: "policy_document" },
    holder: ["CloudWatch Logs resource policy", "policy_name"],
  },
  aws_cloudwatch_log_stream: { noun: "log stream", loss: "with every log event in it" },
  aws_cloudwatch_metric_alarm: { noun: "alarm", loss: "nobody is notified of what it watches" },
};
