import type { Readable } from "node:stream";
import type { S3Client } from "@aws-sdk/client-s3";
import { FilesProblem } from "../../files/files-problem";
import type { Aws } from "../aws/aws";
import { AwsProblem } from "../aws/aws-problem";
import type { BucketPath } from "../aws/bucket-place";

/** Calls a second: S3 takes 5,500 reads a second and prefix (Amazon S3 User Guide, "Best practices design patterns", 2026-11). */
const READS_A_SECOND = 100;

/** An object as the list has it. */
export interface Stored {
  readonly key: string;
  readonly bytes: number;
  readonly etag: string | undefined;
}

/** The objects of a bucket whose keys begin with a path. */
export class Bucket {
  private constructor(
    readonly place: BucketPath,
    private readonly client: S3Client,
    private readonly signal: AbortSignal,
  ) {}

  static async open(aws: Aws, place: BucketPath, signal: AbortSignal): Promise<Bucket> {
    const { S3Client } = await import("@aws-sdk/client-s3");
    const client = aws.at(READS_A_SECOND).client(S3Client);
    // A bucket lies in one region, which its name does not say.
    client.config.followRegionRedirects = true;
    return new Bucket(place, client, signal);
  }

  /** Yields the objects in the order of their keys, page by page, those behind a key alone. Empty ones, such as folders of the console, are left out. */
  async *objects(after: string | undefined): AsyncIterable<Stored> {
    const { ListObjectsV2Command } = await import("@aws-sdk/client-s3");
    const { bucket, path } = this.place;
    let token: string | undefined;
    do {
      const { Contents = [], NextContinuationToken } = await this.#asked(
        this.client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: path,
            ...(after !== undefined && { StartAfter: after }),
            ...(token !== undefined && { ContinuationToken: token }),
          }),
          { abortSignal: this.signal },
        ),
        this.shown(path),
      );
      for (const { Key: key = "", Size: bytes = 0, ETag: etag } of Contents) if (bytes > 0) yield { key, bytes, etag };
      token = NextContinuationToken || undefined;
    } while (token !== undefined);
  }

  /** Returns what an object holds from some byte on. It must be as it was listed. */
  async read({ key, etag }: Stored, from: number): Promise<AsyncIterable<Uint8Array>> {
    const { GetObjectCommand } = await import("@aws-sdk/client-s3");
    const { Body } = await this.#asked(
      this.client.send(
        new GetObjectCommand({
          Bucket: this.place.bucket,
          Key: key,
          ...(etag !== undefined && { IfMatch: etag }),
          ...(from > 0 && { Range: `bytes=${from}-` }),
        }),
        { abortSignal: this.signal },
      ),
      this.shown(key),
    );
    if (Body === undefined) throw new FilesProblem(`${this.shown(key)} came without its content`);
    const body = Body as unknown as Readable; // in Node.js it is one
    // Whoever reads it hears of what goes wrong; one that is never read must not end the program.
    body.on("error", () => undefined);
    return body;
  }

  shown(path: string): string {
    return `s3://${this.place.bucket}/${path}`;
  }

  async #asked<Answer>(asked: Promise<Answer>, what: string): Promise<Answer> {
    try {
      return await asked;
    } catch (error) {
      if (!(error instanceof AwsProblem)) throw error;
      const why = WORDS.find(([codes]) => codes.includes(error.code))?.[1];
      throw why === undefined ? error : new FilesProblem(`${what} cannot be read (${error.code}): ${why}`);
    }
  }
}

/** What to do about errors whose own words do not say so. */
const WORDS: readonly (readonly [codes: readonly string[], why: string])[] = [
  [
    ["AccessDenied", "Forbidden"],
    "the credentials may not; --policy with the same --event prints the permissions that are needed, which the bucket's own policy must not deny",
  ],
  [["NoSuchBucket"], "there is no such bucket; see to its name"],
  [["PermanentRedirect", "AuthorizationHeaderMalformed"], "the bucket lies in another region; set AWS_REGION to that"],
  [["InvalidObjectState"], "it lies in a storage class that must be restored before it is read"],
  [
    ["NoSuchKey", "PreconditionFailed"],
    "it was removed or written anew while the bucket was read; run the same command again",
  ],
];
