import { defaults } from "../../../aws/defaults";
import { KAFKA_RETRIES } from "../../../aws/limits";
import type { Bindings, TerraformResource } from "../../../aws/terraform";
import { secretArn } from "../../../parts/stored-secrets";
import type { KafkaKeys } from "../../kafka";
import type { CreationContext, Feed } from "../../stream-type";
import { filtered, startOf } from "./pipe";
import { groupOf, READER } from "./reader";
import { accessTo } from "./registry";

type Context = CreationContext<KafkaKeys>;
type Mapping = ConstructorParameters<Bindings["LambdaEventSourceMapping"]>[2];

/** Fills the bus by a function, which Lambda runs for what it read and decoded. */
export function fillByFunction(context: Context): Feed {
  return { bus: {}, ready: [], fill: (bus) => createMapping(context, bus) };
}

function createMapping(context: Context, bus: TerraformResource): void {
  const { scope, bindings, id, tags, deadLetters, keys } = context;
  const { arn, ready } = context.madeFunction(READER);
  new bindings.LambdaEventSourceMapping(scope, id(bindings.LambdaEventSourceMapping), {
    functionName: arn,
    enabled: keys.enabled,
    topics: [keys.topic],
    startingPosition: startOf(keys),
    batchSize: defaults.mapping_batch,
    maximumBatchingWindowInSeconds: defaults.pipe_window_seconds,
    ...sourceOf(context),
    ...filtered(keys),
    // A registry asks for pollers of its own, which are paid for by the hour.
    provisionedPollerConfig: { minimumPollers: 1, maximumPollers: defaults.mapping_pollers },
    // The function says from which record of a partition on it wants to see them again; what never makes an event it buries itself.
    functionResponseTypes: ["ReportBatchItemFailures"],
    maximumRetryAttempts: KAFKA_RETRIES,
    // Without it, Lambda drops what it cannot decode.
    destinationConfig: { onFailure: { destinationArn: deadLetters } },
    metricsConfig: { metrics: ["EventCount"] },
    tags,
    dependsOn: [bus, ...ready],
    ...(keys.protect && { lifecycle: { preventDestroy: true } }),
  });
}

function sourceOf({ place, environment, name, keys }: Context): Partial<Mapping> {
  const config = {
    consumerGroupId: groupOf(keys, environment, name),
    ...(keys.schema_registry && { schemaRegistryConfig: registryOf(place, keys.schema_registry) }),
  };
  const access = accessOf(place, keys);
  return {
    ...(keys.cluster_arn === undefined
      ? {
          selfManagedEventSource: { endpoints: { KAFKA_BOOTSTRAP_SERVERS: (keys.brokers ?? []).join(",") } },
          selfManagedKafkaEventSourceConfig: config,
        }
      : { eventSourceArn: keys.cluster_arn, amazonManagedKafkaEventSourceConfig: config }),
    ...(access.length > 0 && { sourceAccessConfiguration: access }),
  };
}

function registryOf(place: Context["place"], registry: NonNullable<KafkaKeys["schema_registry"]>) {
  const access = accessTo(registry).map(({ type, secret }) => ({ type, uri: secretArn(place, secret) }));
  return {
    schemaRegistryUri: "arn" in registry ? registry.arn : registry.url,
    eventRecordFormat: "JSON",
    schemaValidationConfig: [{ attribute: "VALUE" }],
    ...(access.length > 0 && { accessConfig: access }),
  };
}

/** Returns what Lambda proves itself with and by which network it gets there (API reference, SourceAccessConfiguration, 2026-11). */
function accessOf(place: Context["place"], { auth, ca_certificate, subnets = [], security_groups = [] }: KafkaKeys) {
  const secret = (type: string, name: string) => [{ type, uri: secretArn(place, name) }];
  return [
    ...(ca_certificate === undefined ? [] : secret("SERVER_ROOT_CA_CERTIFICATE", ca_certificate.secrets_manager)),
    ...subnets.map((uri) => ({ type: "VPC_SUBNET", uri: `subnet:${uri}` })),
    ...security_groups.map((uri) => ({ type: "VPC_SECURITY_GROUP", uri: `security_group:${uri}` })),
    ...proof(),
  ];

  function proof() {
    switch (auth?.type) {
      case undefined:
      case "iam":
        return [];
      case "plain":
        return secret("BASIC_AUTH", auth.credentials.secrets_manager);
      case "scram_sha_256":
        return secret("SASL_SCRAM_256_AUTH", auth.credentials.secrets_manager);
      case "scram_sha_512":
        return secret("SASL_SCRAM_512_AUTH", auth.credentials.secrets_manager);
      case "mtls":
        return secret("CLIENT_CERTIFICATE_TLS_AUTH", auth.certificate.secrets_manager);
      default:
        return auth satisfies never;
    }
  }
}
