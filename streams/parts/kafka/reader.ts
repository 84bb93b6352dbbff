import type { FunctionPlan } from "../../../aws/function-plan";
import { arn, deadLetterQueueName, type Place, physicalName, queueUrl } from "../../../aws/names";
import type { Statement } from "../../../aws/policy";
import type { Settings } from "../../../functions/records/settings";
import type { KafkaKeys } from "../../kafka";
import type { StreamFunctionContext } from "../../stream-type";
import { readerStatements } from "./permissions";
import type { SchemaRegistry } from "./registry";

/** The part of a stream that its function is. */
export const READER = "read";

/** Returns whether a function reads the topic: a pipe cannot decode. */
export function isDecoded({ format }: KafkaKeys): boolean {
  return format === "avro";
}

/** Returns the consumer group, whose offsets the cluster keeps. */
export function groupOf({ consumer_group }: KafkaKeys, environment: string, stream: string): string {
  return consumer_group ?? physicalName(environment, stream);
}

/** Returns the function that puts records on the bus, once Lambda has read and decoded them under its role. */
export function reader(keys: KafkaKeys, context: StreamFunctionContext): FunctionPlan {
  const { environment, owner, bus, busArn, source } = context;
  const settings: Settings = { bus, source, deadLetters: queueUrl(context, deadLetterQueueName(environment)) };
  return {
    code: "records",
    part: READER,
    description: `Puts the records that Lambda reads for ${owner} on its event bus`,
    settings: { SETTINGS: JSON.stringify(settings) },
    statements: [
      ...readerStatements(context, keys, groupOf(keys, environment, owner), busArn),
      ...registryStatements(context, keys.schema_registry),
    ],
    keyVia: [],
    mapped: true,
    memory_mb: 512,
    timeout_seconds: 120,
  };
}

/** A schema is of a registry, and AWS wants both named (Service Authorization Reference, AWS Glue, 2026-11). */
function registryStatements(place: Place, registry: SchemaRegistry | undefined): Statement[] {
  if (registry === undefined || !("arn" in registry)) return [];
  const schemas = arn(place, "glue", `schema/${registry.arn.split("registry/")[1]}/*`);
  return [
    { Sid: "FindTheRegistry", Effect: "Allow", Action: "glue:GetRegistry", Resource: registry.arn },
    // By its version's id alone, which says nothing of the schema that it is of.
    { Sid: "ReadSchemas", Effect: "Allow", Action: "glue:GetSchemaVersion", Resource: [registry.arn, schemas] },
  ];
}
