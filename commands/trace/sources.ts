import { FilesProblem, readProblem } from "../../config/files";
import type { Environment } from "../../config/model";
import { Aws } from "../../operate/aws/aws";
import { type BucketPath, bucketPath, isBucketWord } from "../../operate/aws/bucket-place";
import { Bucket } from "../../operate/trace/bucket";
import type { Position } from "../../operate/trace/position";
import { opened } from "../../operate/trace/reading";
import { type OnRead, piecesIn, sizeOf } from "../../trace/read-events";
import type { Io } from "../io";
import { eventFiles, type FilePiece, piecesOfFiles } from "./event-files";

/** What one word of the command line names. */
export type Source = { readonly files: readonly string[] } | { readonly place: BucketPath };

/** A piece, or the mark that a whole file, or object, lies behind. */
export type MarkedPiece = FilePiece & { readonly mark?: Pick<Position, "source" | "key"> };

/** @throws FilesProblem where a word names nothing that can be read */
export function sourcesOf(words: readonly string[], io: Io): Source[] {
  return words.map((word) => {
    if (!isBucketWord(word)) return { files: eventFiles([word], io) };
    const place = bucketPath(word);
    if (place === undefined) throw new FilesProblem(`${word} names no bucket; write s3://BUCKET/PREFIX`);
    return { place };
  });
}

/** Sources that are read one after the other. */
export class Sources {
  /** The bytes of all that is read; undefined as long as that is not known. */
  total: number | undefined;
  /** The objects that are not read yet; undefined as long as that is not known. */
  left: number | undefined;
  readonly #aws: Aws;

  constructor(
    private readonly all: readonly Source[],
    environment: Environment,
    private readonly io: Io,
    private readonly signal: AbortSignal,
  ) {
    this.#aws = Aws.reader(environment, io.env);
  }

  /** Finds out how much there is to read behind a position, while it is read. */
  async count(from: Partial<Position>): Promise<void> {
    let total = 0;
    let objects = 0;
    for (const [index, source] of this.all.entries()) {
      if (index < (from.source ?? 0)) continue;
      const sizes = "files" in source ? source.files.map(sizeOf) : undefined;
      if (sizes?.includes(undefined)) return;
      for (const size of sizes ?? []) total += size ?? 0;
      if ("files" in source) continue;
      const bucket = await Bucket.open(this.#aws, source.place, this.signal);
      for await (const { bytes } of bucket.objects(index === from.source ? from.key : undefined)) {
        total += bytes;
        objects++;
      }
    }
    this.total = total;
    this.left = objects + (this.left ?? 0);
  }

  /** Reads what lies behind a position. */
  async *pieces(from: Partial<Position>, onRead: OnRead): AsyncIterable<MarkedPiece> {
    for (const [source, each] of this.all.entries()) {
      if (source < (from.source ?? 0)) continue;
      if ("files" in each) yield* piecesOfFiles(each.files, this.io, onRead);
      else yield* this.#objects(each.place, source, source === from.source ? from.key : undefined, onRead);
      yield { ...NOTHING, mark: { source: source + 1, key: undefined } };
    }
  }

  async *#objects(
    place: BucketPath,
    source: number,
    after: string | undefined,
    onRead: OnRead,
  ): AsyncIterable<MarkedPiece> {
    const bucket = await Bucket.open(this.#aws, place, this.signal);
    let objects = 0;
    for await (const { stored, content } of opened(bucket, bucket.objects(after), this.signal)) {
      const file = bucket.shown(stored.key);
      try {
        for await (const piece of piecesIn(content, onRead)) yield { file, piece };
      } catch (error) {
        throw readProblem(error, file);
      }
      objects++;
      this.left = (this.left ?? 0) - 1;
      yield { ...NOTHING, mark: { source, key: stored.key } };
    }
    if (objects === 0 && after === undefined)
      throw new FilesProblem(`${bucket.shown(place.path)} holds nothing; see to the prefix`);
  }
}

const NOTHING: FilePiece = { file: "", piece: { first: 1, count: 0, texts: [] } };
