import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Headers } from "./envelope";
import type { Authentication } from "./settings";

type Hmac = Extract<Authentication, { type: "hmac" }>;

/** Returns why a signature does not prove the sender; undefined where it does. */
export function signatureFault(
  auth: Hmac,
  headers: Headers,
  raw: Buffer,
  secret: string | Buffer,
  now: number,
): string | undefined {
  const given = headers[auth.header.toLowerCase()];
  if (given === undefined) return "it has no signature";
  const candidates = signaturesIn(given, auth);
  if (candidates.length === 0) return "its signature has another prefix";
  const timestamp = auth.timestamp_header === undefined ? undefined : timestampIn(headers, auth);
  if (auth.timestamp_header !== undefined) {
    const at = timestamp === undefined ? undefined : seconds(timestamp);
    if (at === undefined) return "it has no timestamp";
    if (Math.abs(now / 1000 - at) > auth.tolerance_seconds) return "its timestamp is too old or too new";
  }
  const expected = signedTexts(auth, timestamp, raw).map((parts) => {
    const hmac = createHmac(auth.algorithm, secret);
    for (const part of parts) hmac.update(part);
    return hmac.digest();
  });
  // All are compared, so that the time says nothing of which was nearly right.
  const matches = candidates.flatMap((one) => expected.map((other) => equal(one, other)));
  return matches.includes(true) ? undefined : "its signature is wrong";
}

/** Some senders put several into one header: a timestamp, and while a secret is rotated, one signature by each. */
function partsOf(value: string): string[] {
  return value.split(",").map((part) => part.trim());
}

function signaturesIn(value: string, { prefix, encoding }: Hmac): Buffer[] {
  return partsOf(value)
    .filter((part) => part.startsWith(prefix))
    .map((part) => Buffer.from(part.slice(prefix.length), encoding));
}

function timestampIn(headers: Headers, { header, timestamp_header = "" }: Hmac): string | undefined {
  const value = headers[timestamp_header.toLowerCase()];
  if (value === undefined || timestamp_header.toLowerCase() !== header.toLowerCase()) return value;
  return partsOf(value)
    .find((part) => part.startsWith("t="))
    ?.slice(2);
}

/** Returns seconds since 1970: of seconds, milliseconds or ISO 8601. */
function seconds(text: string): number | undefined {
  if (/^\d{1,11}$/.test(text)) return Number(text);
  if (/^\d{12,14}$/.test(text)) return Number(text) / 1000;
  const parsed = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(parsed) ? undefined : parsed / 1000;
}

/**
 * Returns the texts that senders sign: the body, or with a timestamp `v0:<timestamp>:<body>` (with the version that is their
 * prefix), `<timestamp>.<body>`, `<timestamp>:<body>` or `<timestamp><body>`. A signature of one is none of another: what differs is no
 * JSON, or has another time.
 */
function signedTexts({ prefix }: Hmac, timestamp: string | undefined, raw: Buffer): (readonly (string | Buffer)[])[] {
  if (timestamp === undefined) return [[raw]];
  const version = [prefix.replace(/=$/, ""), ":", timestamp, ":", raw];
  return [[raw], version, ...[".", ":", ""].map((between) => [timestamp, between, raw])];
}

function equal(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Returns whether two texts are equal, in a time that says nothing of how far they are, nor of their lengths. */
export function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
