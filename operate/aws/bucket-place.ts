/** A place in S3, as `s3://BUCKET/PATH` says it. */
export interface BucketPath {
  readonly bucket: string;
  /** What stands behind the bucket's name; empty where nothing does. */
  readonly path: string;
}

/** Returns whether a word is meant as a place in S3. */
export function isBucketWord(word: string): boolean {
  return /^s3:/i.test(word);
}

/** Returns the place that a word names; undefined where it names no bucket. */
export function bucketPath(word: string): BucketPath | undefined {
  // Amazon S3 User Guide, "General purpose bucket naming rules" (2026-11).
  const [, bucket, path = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(word) ?? [];
  return bucket === undefined ? undefined : { bucket, path };
}
