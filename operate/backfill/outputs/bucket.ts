import type { Aws } from "../../aws/aws";
import { filesOf } from "./layout";
import type { Output } from "./output";

/** Files of a page that are written at once. */
const AT_ONCE = 8;

/** Returns an output that writes files into a bucket, below a prefix that ends with a slash or is empty. */
export async function bucketOutput(aws: Aws, bucket: string, prefix: string): Promise<Output> {
  const { PutObjectCommand, S3Client } = await import("@aws-sdk/client-s3");
  const client = aws.client(S3Client);
  // A bucket may be in another region than the environment; S3 says in which.
  client.config.followRegionRedirects = true;
  return {
    async put(batch) {
      const files = filesOf(batch);
      for (let at = 0; at < files.length; at += AT_ONCE) {
        await Promise.all(
          files
            .slice(at, at + AT_ONCE)
            .map(({ path, bytes }) =>
              client.send(new PutObjectCommand({ Bucket: bucket, Key: `${prefix}${path}`, Body: bytes })),
            ),
        );
      }
      return [];
    },
  };
}
