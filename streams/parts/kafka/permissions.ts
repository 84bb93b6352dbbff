import { arn, type Place } from "../../../aws/names";
import { type Statement, viaService } from "../../../aws/policy";
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
    ...secretStatements(place, keys),
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

/** Secrets are decrypted with keys that only their owners know; no other secret has these in its encryption context. */
function secretStatements(place: Place, { auth, ca_certificate, schema_registry }: KafkaKeys): Statement[] {
  const own = [secretOfAuth(auth), ca_certificate?.secrets_manager];
  const names = [...own, ...secretsOfRegistry(schema_registry)].filter((name) => name !== undefined);
  if (names.length === 0) return [];
  const arns = [...new Set(names.flatMap((name) => secretArns(place, name)))];
  return [
    { Sid: "ReadSecrets", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: arns },
    {
      Sid: "DecryptSecrets",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: arn(place, "kms", "key/*"),
      Condition: {
        ...viaService(place, "secretsmanager"),
        StringLike: { "kms:EncryptionContext:SecretARN": arns },
      },
    },
  ];
}

/** Returns the ARN by which a pipe is told of a secret. Secrets Manager finds it without the six characters that it adds. */
export function secretArn(place: Place, name: string): string {
  return name.startsWith("arn:") ? name : arn(place, "secretsmanager", `secret:${name}`);
}

/** Returns the ARNs of a secret in policies: as the pipe asks for it, and with the six characters. */
function secretArns(place: Place, name: string): string[] {
  const told = secretArn(place, name);
  return /-[A-Za-z0-9]{6}$/.test(told) ? [told] : [told, `${told}-??????`];
}

function clusterStatements(cluster: string, { auth, topic }: KafkaKeys, group: string): Statement[] {
  const of = (kind: string, name: string) => `${cluster.replace(":cluster/", `:${kind}/`)}/${name}`;
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
      Resource: of("topic", topic),
    },
    {
      Sid: "KeepOffsets",
      Effect: "Allow",
      Action: ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"],
      Resource: of("group", group),
    },
  ];
}
