import { resolve } from "node:path";
import { bucketPath, isBucketWord } from "../../operate/aws/bucket-place";
import type { BucketPlace } from "../../operate/backfill/policy";
import { type Io, shown } from "../io";

/** Where events go. */
export type OutPlace = { readonly bus: true } | { readonly folder: string; readonly shown: string } | BucketPlace;

/** Returns where `--out` says that events go, or what is wrong with it. */
export function placeIn(word: string, io: Io): OutPlace | string {
  if (word === "bus") return { bus: true };
  if (isBucketWord(word)) {
    const place = bucketPath(word);
    if (place === undefined) return `--out ${word} names no bucket; write s3://BUCKET/PREFIX`;
    const prefix = place.path.replace(/^\/+|\/+$/g, "");
    return { bucket: place.bucket, prefix: prefix === "" ? "" : `${prefix}/` };
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(word))
    return `--out ${word} is no place; write bus, a folder or s3://BUCKET/PREFIX`;
  const folder = resolve(io.cwd, word);
  return { folder, shown: shown(folder, io) };
}

/** Returns the place in words. */
export function placeText(place: OutPlace, stream: string): string {
  if ("bus" in place) return `the bus of stream ${stream}`;
  return "folder" in place ? place.shown : `s3://${place.bucket}/${place.prefix}`;
}
