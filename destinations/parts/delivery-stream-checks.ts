import { evaluatedPrefix } from "../../aws/firehose-prefix";
import { EVALUATED_PREFIX_LENGTH } from "../../aws/limits";
import { bucketName } from "../../aws/names";
import { newBucketText } from "../../schema/bucket";
import { inPartition } from "../../schema/partition";
import type { Fault } from "../../text/issue";
import type { CheckedDestination } from "../destination-type";
import { catalogFaults } from "./catalog/checks";

interface DeliveryStream {
  readonly bucket_arn?: string | undefined;
  readonly bucket_name?: string | undefined;
  readonly prefix?: string | undefined;
  readonly error_prefix?: string | undefined;
  readonly compression: string;
  readonly catalog: boolean;
}

/** Finds what S3 and Firehose refuse of a delivery stream. */
export function deliveryStreamFaults(stream: DeliveryStream, destination: CheckedDestination): Fault[] {
  const found = [...prefixFaults(stream, destination), ...bucketFaults(stream, destination)];
  // A prefix that Firehose refuses is told once.
  return found.some(({ id }) => id === "prefix-format") ? found : [...found, ...catalogFaults(stream, destination)];
}

function prefixFaults(stream: DeliveryStream, { path }: CheckedDestination): Fault[] {
  return (["prefix", "error_prefix"] as const).flatMap((key) => {
    const { text, faults } = evaluatedPrefix(stream[key] ?? "", key === "error_prefix");
    const found = faults.map(
      ({ message, doubt }): Fault => ({
        id: doubt ? "prefix-in-doubt" : "prefix-format",
        ...(doubt && { severity: "warning" }),
        path: [...path, key],
        message,
      }),
    );
    if (found.length > 0 || text.length <= EVALUATED_PREFIX_LENGTH) return found;
    const message = `makes about ${text.length} characters, Firehose allows ${EVALUATED_PREFIX_LENGTH}; write a shorter one`;
    return [{ id: "prefix-format", path: [...path, key], message }];
  });
}

function bucketFaults(stream: DeliveryStream, { path, place, physical }: CheckedDestination): Fault[] {
  const { bucket_arn, bucket_name } = stream;
  if (place === undefined) return [];
  if (bucket_arn !== undefined) return inPartition(bucket_arn, place.aws_region, [...path, "bucket_arn"]);
  if (physical === undefined || bucket_name !== undefined) return [];
  const composed = bucketName(place, physical);
  if (newBucketText.safeParse(composed).success) return [];
  const message = `would get the bucket "${composed}", which S3 does not take; write bucket_name`;
  return [{ id: "physical-name", path, atKey: true, message }];
}
