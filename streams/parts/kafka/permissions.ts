import type { Place } from "../../../aws/names";
import type { Statement } from "../../../aws/policy";
import { clusterPart } from "../../../parts/kafka-access";
import { storedSecretStatements } from "../../../parts/stored-secrets";
import { secretOfAuth } from "../../../schema/kafka";
import type { KafkaKeys } from "../../kafka";
import { secretsOfRegistry } from "./registry";

/** Returns what a pipe's role may do: read the topic, in the network where that lies, and put events on its bus. */
export function pipeStatements(
  place: Place & { readonly kms_key_arn?: string | undefined },
  keys: KafkaKeys,
  group: string,
  busArn: string,
): Statement[] {
  return [
    ...readerStatements(place, keys, group, busArn),
    ...(place.kms_key_arn === undefined ? [] : [useOfKey(place.kms_key_arn)]),
  ];
}

/** Returns what the role of any reader may do, of a pipe's and of a function's. */
export function readerStatements(place: Place, keys: KafkaKeys, group: string, busArn: string): Statement[] {
  return [
    { Sid: "PutEvents", Effect: "Allow", Action: "events:PutEvents", Resource: busArn },
    ...storedSecretStatements(place, secretsOf(keys)),
    ...(keys.cluster_arn === undefined ? [] : clusterStatements(keys.cluster_arn, keys, group)),
    ...(keys.cluster_arn === undefined && keys.subnets === undefined ? [] : [network]),
  ];
}

/** What AWS asks of the role for a network; AWS gives most of these no resource (user guides, "Pipes permissions" and "Lambda: Configuring access permissions" for Kafka, 2026-11). */
const network: Statement = {
  Sid: "ReachTheBrokers",
  Effect: "Allow",
  Action: [
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcs",
  ],
  Resource: "*",
};

function useOfKey(key: string): Statement {
  const Action = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"];
  return { Sid: "UseTheKey", Effect: "Allow", Action, Resource: key };
}

function secretsOf({ auth, ca_certificate, schema_registry }: KafkaKeys): string[] {
  const own = [secretOfAuth(auth), ca_certificate?.secrets_manager];
  return [...own, ...secretsOfRegistry(schema_registry)].filter((name) => name !== undefined);
}

function clusterStatements(cluster: string, { auth, topic }: KafkaKeys, group: string): Statement[] {
  const find: Statement = {
    Sid: "FindTheBrokers",
    Effect: "Allow",
    Action: ["kafka:DescribeCluster", "kafka:DescribeClusterV2", "kafka:GetBootstrapBrokers"],
    Resource: cluster,
  };
  if (auth !== undefined && auth.type !== "iam") return [find];
  return [
    find,
    {
      Sid: "Connect",
      Effect: "Allow",
      Action: ["kafka-cluster:Connect", "kafka-cluster:DescribeClusterDynamicConfiguration"],
      Resource: cluster,
    },
    {
      Sid: "ReadTheTopic",
      Effect: "Allow",
      Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"],
      Resource: clusterPart(cluster, "topic", topic),
    },
    {
      Sid: "KeepOffsets",
      Effect: "Allow",
      Action: ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"],
      Resource: clusterPart(cluster, "group", group),
    },
  ];
}
