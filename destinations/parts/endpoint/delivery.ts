import { FIREHOSE_RETRY_SECONDS } from "../../../aws/limits";
import type { Place } from "../../../aws/names";
import type { Bindings } from "../../../aws/terraform";
import { secretArn } from "../../../parts/stored-secrets";
import type { ErrorLog } from "../firehose-errors";
import { type Outside, outsideOf } from "./schema";

type StreamConfig = ConstructorParameters<Bindings["KinesisFirehoseDeliveryStream"]>[2];
type Files = NonNullable<StreamConfig["httpEndpointConfiguration"]>["s3Configuration"];

/** Returns the part of a delivery stream that sends to a place outside AWS; undefined where all events are written into files. */
export function outsideConfiguration(
  place: Place,
  outside: Outside,
  files: Files,
  errors: ErrorLog,
): Pick<StreamConfig, "destination" | "httpEndpointConfiguration" | "splunkConfiguration"> | undefined {
  const address = outsideOf(outside);
  if (address === undefined) return undefined;
  const common = {
    bufferingInterval: address.buffering_seconds,
    bufferingSize: address.buffering_mib,
    // As long as AWS allows: what comes after that lies in the bucket, and somebody must send it again.
    retryDuration: FIREHOSE_RETRY_SECONDS,
    // Firehose reads the secret by itself, so that it stands neither in the plan nor in Terraform's state.
    secretsManagerConfiguration: {
      enabled: true,
      secretArn: secretArn(place, address.secret),
      roleArn: files.roleArn,
    },
    cloudwatchLoggingOptions: errors.options,
    s3Configuration: files,
  };
  if (outside.endpoint !== undefined)
    return {
      destination: "http_endpoint",
      httpEndpointConfiguration: {
        ...common,
        url: address.url,
        roleArn: files.roleArn,
        s3BackupMode: "FailedDataOnly",
        requestConfiguration: { contentEncoding: outside.endpoint.compression },
      },
    };
  return {
    destination: "splunk",
    splunkConfiguration: {
      ...common,
      hecEndpoint: address.url,
      // Each of its records is one event, whatever stands between two; raw data would be split by what Splunk makes of it.
      hecEndpointType: "Event",
      s3BackupMode: "FailedEventsOnly",
    },
  };
}
