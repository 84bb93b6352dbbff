import { defaults } from "../../../aws/defaults";
import { PIPE_BATCH } from "../../../aws/limits";
import { pipeLogGroupName } from "../../../aws/log-groups";
import { arn, pipeArn, pipeName, roleName } from "../../../aws/names";
import { PIPES_SERVICE } from "../../../aws/policy";
import type { Bindings, TerraformResource } from "../../../aws/terraform";
import { createRole } from "../../../parts/role";
import { secretArn } from "../../../parts/stored-secrets";
import type { KafkaKeys } from "../../kafka";
import type { CreationContext, Feed } from "../../stream-type";
import { pipeStatements } from "./permissions";
import { LOG_PART, ROLE_PART } from "./pipe-parts";
import { groupOf } from "./reader";
import { detailTemplate } from "./record";

type Context = CreationContext<KafkaKeys>;
type Source = NonNullable<ConstructorParameters<Bindings["PipesPipe"]>[2]["sourceParameters"]>;

/** Fills the bus by a pipe, which needs the bus first. */
export function fillByPipe(context: Context): Feed {
  return { bus: {}, ready: [], fill: (bus) => createPipe(context, bus) };
}

function createPipe(context: Context, eventBus: TerraformResource): void {
  const { scope, bindings, id, place, environment, name, source, bus, busArn, tags, keys } = context;
  const { PipesPipe, CloudwatchLogGroup } = bindings;
  const group = groupOf(keys, environment, name);
  const role = createRole(scope, bindings, (type) => id(type, ROLE_PART), place, {
    name: roleName(environment, name, ROLE_PART),
    description: `EventBridge Pipes reads for ${name}`,
    service: PIPES_SERVICE,
    sourceArn: pipeArn(place, bus),
    policyName: "read-and-put",
    statements: pipeStatements(place, keys, group, busArn),
    tags,
  });
  const logs = new CloudwatchLogGroup(scope, id(CloudwatchLogGroup, LOG_PART), {
    name: pipeLogGroupName(environment, name),
    retentionInDays: defaults.log_retention_days,
    tags,
    ...(place.kms_key_arn !== undefined && { kmsKeyId: place.kms_key_arn }),
  });
  new PipesPipe(scope, id(PipesPipe), {
    name: pipeName(bus),
    description: `Reads ${keys.topic} onto ${bus}`,
    desiredState: keys.enabled ? "RUNNING" : "STOPPED",
    source: keys.cluster_arn ?? `smk://${keys.brokers?.[0]}`,
    sourceParameters: { ...readFrom(context, group), ...filtered(keys) },
    target: busArn,
    targetParameters: {
      inputTemplate: detailTemplate(keys.topic),
      eventbridgeEventBusParameters: { detailType: keys.topic, source },
    },
    roleArn: role.arn,
    ...(place.kms_key_arn !== undefined && { kmsKeyIdentifier: place.kms_key_arn }),
    // Left out, every later plan has a difference. A pipe has no dead-letter queue for Kafka: its log alone says why it stands still.
    logConfiguration: {
      level: keys.log_level === "off" ? "ERROR" : keys.log_level.toUpperCase(),
      ...(keys.log_detail && { includeExecutionData: ["ALL"] }),
      cloudwatchLogsLogDestination: {
        logGroupArn: arn(place, "logs", `log-group:${pipeLogGroupName(environment, name)}`),
      },
    },
    tags,
    dependsOn: [eventBus, role.policy, logs],
    ...(keys.protect && { lifecycle: { preventDestroy: true } }),
  });
}

function readFrom({ place, keys }: Context, group: string): Source {
  const read = {
    topicName: keys.topic,
    consumerGroupId: group,
    startingPosition: startOf(keys),
    batchSize: PIPE_BATCH,
    maximumBatchingWindowInSeconds: defaults.pipe_window_seconds,
    ...credentials(place, keys),
  };
  if (keys.cluster_arn !== undefined) return { managedStreamingKafkaParameters: read };
  const [, ...additionalBootstrapServers] = keys.brokers ?? [];
  return {
    selfManagedKafkaParameters: {
      ...read,
      ...(additionalBootstrapServers.length > 0 && { additionalBootstrapServers }),
      ...(keys.ca_certificate && { serverRootCaCertificate: secretArn(place, keys.ca_certificate.secrets_manager) }),
      ...(keys.subnets && { vpc: { subnets: keys.subnets, securityGroups: keys.security_groups ?? [] } }),
    },
  };
}

function credentials(place: Context["place"], { auth }: KafkaKeys) {
  switch (auth?.type) {
    case undefined:
    case "iam":
      return {};
    case "plain":
      return { credentials: { basicAuth: secretArn(place, auth.credentials.secrets_manager) } };
    case "scram_sha_256":
      return { credentials: { saslScram256Auth: secretArn(place, auth.credentials.secrets_manager) } };
    case "scram_sha_512":
      return { credentials: { saslScram512Auth: secretArn(place, auth.credentials.secrets_manager) } };
    case "mtls":
      return { credentials: { clientCertificateTlsAuth: secretArn(place, auth.certificate.secrets_manager) } };
    default:
      return auth satisfies never;
  }
}

/** Returns where a consumer group begins, in AWS's words. */
export function startOf({ start }: KafkaKeys) {
  return start === "earliest" ? "TRIM_HORIZON" : "LATEST";
}

export function filtered({ filters }: KafkaKeys) {
  const patterns = filters?.map((pattern) => ({ pattern: JSON.stringify(pattern) }));
  return patterns === undefined ? {} : { filterCriteria: { filter: patterns } };
}
