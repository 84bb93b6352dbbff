import type { FunctionPlan } from "../../../aws/function-plan";
import type { Place } from "../../../aws/names";
import type { Statement } from "../../../aws/policy";
import type { Settings } from "../../../functions/kafka-producer/settings";
import { clusterPart } from "../../../parts/kafka-access";
import { secretStatements } from "../../../parts/secret-statements";
import { secretOfAuth } from "../../../schema/kafka";
import type { DestinationFunctionContext } from "../../destination-type";
import type { KafkaDestination } from "../../kafka";

/** The part of a destination that its function is. */
export const PRODUCER = "produce";
/** The client's own tries take some 15 seconds where brokers do not answer. */
export const TIMEOUT_SECONDS = 30;
/** As long as EventBridge tries a target. */
export const HOURS = 24;

/** Returns the function that writes what waits in the queue. */
export function producer(keys: KafkaDestination, context: DestinationFunctionContext): FunctionPlan {
  const { owner, arn } = context;
  const { subnets, security_groups = [] } = keys;
  return {
    code: "kafka-producer",
    part: PRODUCER,
    description: `Writes the events of ${owner} to the topic ${keys.topic}`,
    settings: { SETTINGS: JSON.stringify(settings(keys, context)) },
    statements: [
      {
        Effect: "Allow",
        Action: ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
        Resource: arn,
      },
      ...secrets(context, keys),
      ...(keys.cluster_arn === undefined ? [] : clusterStatements(keys.cluster_arn, keys)),
    ],
    keyVia: ["sqs"],
    mapped: true,
    memory_mb: 512,
    timeout_seconds: TIMEOUT_SECONDS,
    ...(subnets && { network: { subnets, security_groups } }),
  };
}

function settings(keys: KafkaDestination, { arn, deadLetters }: DestinationFunctionContext): Settings {
  const { brokers, cluster_arn, subnets, topic, key_path, compression, acks, auth, ca_certificate } = keys;
  return {
    brokers,
    cluster_arn,
    public: subnets === undefined,
    topic,
    key_path,
    compression,
    acks,
    auth,
    ca_certificate,
    queue: arn,
    dead_letters: deadLetters,
    hours: HOURS,
  };
}

function secrets(place: Place, { auth, ca_certificate }: KafkaDestination): Statement[] {
  const names = [secretOfAuth(auth), ca_certificate?.secrets_manager].filter((name) => name !== undefined);
  return [...new Set(names)].flatMap((secrets_manager) => secretStatements(place, { secrets_manager }));
}

/** Returns what lets the role find an MSK cluster and, where IAM is asked, write to the one topic. */
function clusterStatements(cluster: string, { auth, topic, acks }: KafkaDestination): Statement[] {
  const find: Statement = { Effect: "Allow", Action: "kafka:GetBootstrapBrokers", Resource: cluster };
  if (auth !== undefined && auth.type !== "iam") return [find];
  const idempotent = acks === "all" ? ["kafka-cluster:WriteDataIdempotently"] : [];
  return [
    find,
    { Effect: "Allow", Action: ["kafka-cluster:Connect", ...idempotent], Resource: cluster },
    {
      Effect: "Allow",
      Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"],
      Resource: clusterPart(cluster, "topic", topic),
    },
  ];
}
