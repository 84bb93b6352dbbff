import { type Place, partition } from "../names";
import type { Attributes } from "./grant";
import { anything, has, held, known, named } from "./grant";
import type { ResourceTypes } from "./resource-type";

/** Dashboards are of no region. */
const dashboard = (place: Place, of: Attributes) => [
  `arn:${partition(place.aws_region)}:cloudwatch::${place.aws_account_id}:dashboard/${known(of, "dashboard_name")}`,
];

/** The two forms of a log group's ARN: AWS takes the first for tags, the second for most else. */
const logGroup = (key: string) => named("logs", ["log-group:NAME", "log-group:NAME:*"], key);

export const cloudwatch: ResourceTypes = {
  aws_cloudwatch_composite_alarm: {
    noun: "alarm",
    loss: "nobody is notified of what it watches",
    deploy: [
      // AWS wants these two for every alarm (PutCompositeAlarm and DescribeAlarms, API reference).
      { read: ["cloudwatch:DescribeAlarms"], write: ["cloudwatch:PutCompositeAlarm"], on: anything },
      {
        read: ["cloudwatch:ListTagsForResource"],
        write: ["cloudwatch:DeleteAlarms", "cloudwatch:TagResource", "cloudwatch:UntagResource"],
        on: named("cloudwatch", ["alarm:NAME"], "alarm_name"),
      },
    ],
  },
  aws_cloudwatch_dashboard: {
    noun: "dashboard",
    deploy: [
      {
        read: ["cloudwatch:GetDashboard"],
        write: ["cloudwatch:DeleteDashboards", "cloudwatch:PutDashboard"],
        on: dashboard,
      },
    ],
  },
  aws_cloudwatch_log_delivery: {
    noun: "log delivery",
    loss: "what the bus does is no longer logged there",
    store: "log delivery",
    deploy: [
      // CloudWatch Logs makes up the id.
      {
        read: ["logs:GetDelivery", "logs:ListTagsForResource"],
        write: [
          "logs:CreateDelivery",
          "logs:DeleteDelivery",
          "logs:TagResource",
          "logs:UntagResource",
          "logs:UpdateDeliveryConfiguration",
        ],
        on: named("logs", ["delivery:*"]),
      },
    ],
  },
  aws_cloudwatch_log_delivery_destination: {
    noun: "log delivery destination",
    store: "log destination",
    deploy: [
      {
        read: ["logs:GetDeliveryDestination", "logs:ListTagsForResource"],
        write: [
          "logs:CreateDelivery",
          "logs:DeleteDeliveryDestination",
          "logs:PutDeliveryDestination",
          "logs:TagResource",
          "logs:UntagResource",
          "logs:UpdateDeliveryConfiguration",
        ],
        on: named("logs", ["delivery-destination:NAME"]),
      },
    ],
  },
  aws_cloudwatch_log_delivery_source: {
    noun: "log delivery source",
    store: "log source",
    deploy: [
      {
        read: ["logs:GetDeliverySource", "logs:ListTagsForResource"],
        write: [
          "logs:CreateDelivery",
          "logs:DeleteDeliverySource",
          "logs:PutDeliverySource",
          "logs:TagResource",
          "logs:UntagResource",
          "logs:UpdateDeliveryConfiguration",
        ],
        on: named("logs", ["delivery-source:NAME"]),
      },
      // The reference has the deletion of a source under the type of destinations, which nothing else of it is about.
      { write: ["logs:DeleteDeliverySource"], on: named("logs", ["delivery-destination:NAME"]) },
      { write: ["events:AllowVendedLogDeliveryForResource"], on: held("resource_arn") },
    ],
  },
  aws_cloudwatch_log_group: {
    noun: "log group",
    importId: ({ name }) => `${name}`,
    loss: "with every log event in it",
    arn: ["logs", (name) => `log-group:${name}`],
    delivery: "logs",
    retention: { attribute: "retention_in_days", unit: "days", forEver: true },
    tagged: true,
    deploy: [
      { read: ["logs:DescribeLogGroups"], on: anything },
      {
        read: ["logs:ListTagsForResource"],
        write: [
          "logs:CreateLogGroup",
          "logs:DeleteLogGroup",
          "logs:PutRetentionPolicy",
          "logs:TagResource",
          "logs:UntagResource",
        ],
        on: logGroup("name"),
      },
      { write: ["logs:AssociateKmsKey", "logs:DisassociateKmsKey"], on: logGroup("name"), when: has("kms_key_id") },
    ],
  },
  aws_cloudwatch_log_metric_filter: {
    noun: "metric filter",
    loss: "its metric has no values any more",
    deploy: [
      {
        read: ["logs:DescribeMetricFilters"],
        write: ["logs:DeleteMetricFilter", "logs:PutMetricFilter"],
        on: logGroup("log_group_name"),
      },
    ],
  },
  aws_cloudwatch_log_resource_policy: {
    noun: "CloudWatch Logs resource policy",
    importId: ({ policy_name }) => `${policy_name}`,
    loss: "EventBridge can no longer write to the log groups",
    carries: { holder: "logs", of: "", policy: "policy_document" },
    holder: ["CloudWatch Logs resource policy", "policy_name"],
    deploy: [
      {
        read: ["logs:DescribeResourcePolicies"],
        write: ["logs:DeleteResourcePolicy", "logs:PutResourcePolicy"],
        on: anything,
      },
    ],
  },
  aws_cloudwatch_log_stream: {
    noun: "log stream",
    loss: "with every log event in it",
    deploy: [
      { read: ["logs:DescribeLogStreams"], on: logGroup("log_group_name") },
      {
        write: ["logs:CreateLogStream", "logs:DeleteLogStream"],
        on: (place, of) =>
          named("logs", [`log-group:NAME:log-stream:${known(of, "name")}`], "log_group_name")(place, of),
      },
    ],
  },
  aws_cloudwatch_metric_alarm: {
    noun: "alarm",
    loss: "nobody is notified of what it watches",
    deploy: [
      {
        read: ["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"],
        write: [
          "cloudwatch:DeleteAlarms",
          "cloudwatch:PutMetricAlarm",
          "cloudwatch:TagResource",
          "cloudwatch:UntagResource",
        ],
        on: named("cloudwatch", ["alarm:NAME"], "alarm_name"),
      },
    ],
  },
};
