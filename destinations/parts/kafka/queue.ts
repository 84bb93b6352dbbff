import { QUEUE_RETENTION_SECONDS } from "../../../aws/limits";
import { arn } from "../../../aws/names";
import type { Part } from "../../../aws/part";
import type { Created, CreationContext } from "../../destination-type";
import type { KafkaDestination } from "../../kafka";
import { HOURS, PRODUCER, TIMEOUT_SECONDS } from "./producer";

/** AWS advises six times the function's own (Lambda developer guide, "Using Lambda with Amazon SQS", 2026-11). */
const HIDDEN_SECONDS = 6 * TIMEOUT_SECONDS;
/** More than there are in the hours after which the function itself gives an event up, so that only what ends the function is moved by SQS. */
const RECEIVES = Math.ceil((HOURS * 3600) / HIDDEN_SECONDS) + 20;
/** A batch compresses the better the larger it is; larger ones than ten are gathered for a second at least. */
const BATCH = { records: 100, window_seconds: 1 };
/** So many write at once, which is some thousands of events a second, and no flood of connections to the brokers. */
const CONCURRENCY = 10;

/** Returns all that `createQueue` makes. */
export function queueParts(): Part[] {
  return [{ type: "aws_sqs_queue" }, { type: "aws_lambda_event_source_mapping" }];
}

/** A queue before the function: it makes batches of single events, and keeps them while the brokers cannot be reached. */
export function createQueue(context: CreationContext<KafkaDestination>): Created {
  const { scope, bindings, id, place, name, policy, tags, deadLetters, madeFunction } = context;
  const queue = new bindings.SqsQueue(scope, id(bindings.SqsQueue), {
    name,
    messageRetentionSeconds: QUEUE_RETENTION_SECONDS,
    visibilityTimeoutSeconds: HIDDEN_SECONDS,
    redrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: RECEIVES }),
    policy,
    tags,
    ...(place.kms_key_arn ? { kmsMasterKeyId: place.kms_key_arn } : { sqsManagedSseEnabled: true }),
    dependsOn: [deadLetters.queue],
  });
  const produce = madeFunction(PRODUCER);
  new bindings.LambdaEventSourceMapping(scope, id(bindings.LambdaEventSourceMapping), {
    eventSourceArn: arn(place, "sqs", name),
    functionName: produce.arn,
    batchSize: BATCH.records,
    maximumBatchingWindowInSeconds: BATCH.window_seconds,
    functionResponseTypes: ["ReportBatchItemFailures"],
    scalingConfig: { maximumConcurrency: CONCURRENCY },
    tags,
    dependsOn: [queue, ...produce.ready],
  });
  // What comes before the function can take it waits there.
  return { ready: [queue] };
}
