import { valueAt } from "../../text/value";
import { type Place, partition } from "../names";
import type { Attributes } from "./grant";
import { anything, both, has, held, known, named, serviceLinkedRole, useOfKey } from "./grant";
import type { ResourceTypes } from "./resource-type";

const connection = named("events", ["connection/NAME", "connection/NAME/*"]);

const isPrivate = has("invocation_connectivity_parameters");

/** What leads to the private endpoint of a connection. */
const resourceConfiguration = (_: Place, { invocation_connectivity_parameters: way }: Attributes) => {
  const arn = valueAt(way, ["resource_parameters", "resource_configuration_arn"]);
  return typeof arn === "string" ? [arn] : [];
};

/** EventBridge's own network, which is of no account that anybody knows, and the association with it. */
const serviceNetworks = ({ aws_region }: Place) =>
  ["servicenetwork/*", "servicenetworkresourceassociation/*"].map(
    (resource) => `arn:${partition(aws_region)}:vpc-lattice:${aws_region}:*:${resource}`,
  );

/** The rules of the bus that a discoverer is for. */
const rulesOfSource = (_: Place, of: Attributes) => [
  known(of, "source_arn").replace(":event-bus/", ":rule/").concat("/*"),
];

export const events: ResourceTypes = {
  aws_cloudwatch_event_api_destination: {
    noun: "API destination",
    importId: ({ name }) => `${name}`,
    delivery: "api-destination",
    endpoints: [["invocation_endpoint"]],
    deploy: [
      {
        read: ["events:DescribeApiDestination"],
        write: ["events:CreateApiDestination", "events:DeleteApiDestination", "events:UpdateApiDestination"],
        on: named("events", ["api-destination/NAME", "api-destination/NAME/*"]),
      },
    ],
  },
  aws_cloudwatch_event_archive: {
    noun: "archive",
    importId: ({ name }) => `${name}`,
    loss: "with every event in it",
    retention: { attribute: "retention_days", unit: "days", forEver: true },
    store: "archive",
    deploy: [
      {
        read: ["events:DescribeArchive"],
        write: ["events:CreateArchive", "events:DeleteArchive", "events:UpdateArchive"],
        on: named("events", ["archive/NAME"]),
      },
      { write: ["events:CreateArchive"], on: held("event_source_arn") },
      {
        write: ["events:CreateArchive", "events:UpdateArchive", "kms:DescribeKey"],
        on: held("kms_key_identifier"),
        when: has("kms_key_identifier"),
      },
    ],
  },
  aws_cloudwatch_event_bus: {
    noun: "event bus",
    importId: ({ name }) => `${name}`,
    loss: "with its rules and targets; events that come meanwhile are lost",
    arn: ["events", (name) => `event-bus/${name}`],
    delivery: "events",
    tagged: true,
    deploy: [
      {
        read: ["events:DescribeEventBus", "events:ListTagsForResource"],
        write: [
          "events:CreateEventBus",
          "events:DeleteEventBus",
          "events:TagResource",
          "events:UntagResource",
          "events:UpdateEventBus",
        ],
        on: named("events", ["event-bus/NAME"]),
      },
      { write: ["kms:DescribeKey"], on: held("kms_key_identifier"), when: has("kms_key_identifier") },
      useOfKey("events", ["kms:Decrypt", "kms:GenerateDataKey"], "kms_key_identifier"),
    ],
  },
  aws_cloudwatch_event_connection: {
    noun: "connection",
    importId: ({ name }) => `${name}`,
    deploy: [
      {
        read: ["events:DescribeApiDestination", "events:DescribeConnection"],
        write: [
          "events:CreateApiDestination",
          "events:CreateConnection",
          "events:DeleteConnection",
          "events:UpdateConnection",
        ],
        on: connection,
      },
      // EventBridge keeps what authorizes in a secret that it makes in the name of whoever makes the connection.
      {
        write: [
          "secretsmanager:CreateSecret",
          "secretsmanager:DeleteSecret",
          "secretsmanager:GetSecretValue",
          "secretsmanager:PutSecretValue",
          "secretsmanager:UpdateSecret",
        ],
        on: named("secretsmanager", ["secret:events!connection/NAME/*"]),
      },
      // EventBridge associates a private endpoint in the name of whoever makes the connection (user guide, "Connecting to private APIs").
      { write: ["vpc-lattice:AssociateViaAWSService-EventsAndStates"], on: anything, when: isPrivate },
      { write: ["vpc-lattice:GetResourceConfiguration"], on: resourceConfiguration, when: isPrivate },
      {
        write: ["vpc-lattice:CreateServiceNetworkResourceAssociation"],
        on: both(resourceConfiguration, serviceNetworks),
        when: isPrivate,
      },
      { write: ["kms:DescribeKey"], on: held("kms_key_identifier"), when: has("kms_key_identifier") },
      useOfKey("secretsmanager", ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], "kms_key_identifier"),
      serviceLinkedRole("apidestinations.events.amazonaws.com"),
    ],
  },
  aws_cloudwatch_event_permission: { noun: "permission of the event bus", grants: "event bus" },
  aws_cloudwatch_event_rule: {
    noun: "rule",
    importId: ({ event_bus_name, name }) => `${event_bus_name}/${name}`,
    loss: "events that it matches are not delivered",
    tagged: true,
    deploy: [
      {
        read: ["events:DescribeRule", "events:ListTagsForResource"],
        write: ["events:DeleteRule", "events:PutRule", "events:TagResource", "events:UntagResource"],
        on: named("events", ["rule/NAME/*"], "event_bus_name"),
      },
    ],
  },
  aws_cloudwatch_event_target: {
    noun: "target",
    importId: ({ event_bus_name, rule, target_id }) => `${event_bus_name}/${rule}/${target_id}`,
    loss: "nothing more is delivered there",
    arnOfAnother: true,
    deploy: [
      {
        read: ["events:ListTargetsByRule"],
        write: ["events:PutTargets", "events:RemoveTargets"],
        on: named("events", ["rule/NAME/*"], "event_bus_name"),
      },
    ],
  },
  aws_schemas_discoverer: {
    noun: "schema discoverer",
    store: "discovered schemas",
    deploy: [
      { write: ["schemas:CreateDiscoverer"], on: anything },
      // EventBridge makes up the id.
      {
        read: ["schemas:DescribeDiscoverer", "schemas:ListTagsForResource"],
        write: ["schemas:DeleteDiscoverer", "schemas:TagResource", "schemas:UntagResource", "schemas:UpdateDiscoverer"],
        on: named("schemas", ["discoverer/*"]),
      },
      // It adds a rule of its own to the bus, in the name of whoever makes the discoverer.
      {
        read: ["events:ListTargetsByRule"],
        write: ["events:DeleteRule", "events:PutRule", "events:PutTargets", "events:RemoveTargets"],
        on: rulesOfSource,
      },
      serviceLinkedRole("schemas.amazonaws.com"),
    ],
  },
};
