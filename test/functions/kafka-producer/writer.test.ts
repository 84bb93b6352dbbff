import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import type { Refusal } from "../../../functions/kafka-producer/batch";
import { iamToken } from "../../../functions/kafka-producer/iam-token";
import type { KafkaRecord } from "../../../functions/kafka-producer/record";
import { type Placed, Writer } from "../../../functions/kafka-producer/writer";

const record = (value: string, key?: string): KafkaRecord => ({
  value,
  headers: {},
  ...(key !== undefined && { key }),
});
const LARGE: Refusal = { code: "MESSAGE_TOO_LARGE", message: "too large", final: true };

/** A topic of two partitions, of which each takes what `refuse` lets through. */
function topic(refuse: (batch: readonly Placed[], connection: number) => Refusal | undefined) {
  const sent: string[][] = [];
  let connections = 0;
  const writer = new Writer(
    async () => {
      const own = ++connections;
      return {
        partitions: async () => 2,
        partitionOf: (key) => Number(key),
        async send(records) {
          const refused = new Map<number, Refusal>();
          for (const partition of new Set(records.map((one) => one.partition))) {
            const batch = records.filter((one) => one.partition === partition);
            const refusal = refuse(batch, own);
            if (refusal !== undefined) refused.set(partition, refusal);
            else sent.push(batch.map(({ value }) => value));
          }
          return refused;
        },
        close() {},
      };
    },
    (error) => ({ code: "FAILED", message: String(error), final: false }),
  );
  return { writer, sent, count: () => connections };
}

const codes = (found: readonly (Refusal | undefined)[]) => found.map((refusal) => refusal?.code);

test("halves a batch that is refused until the one record is found", async () => {
  const { writer, sent } = topic((batch) => (batch.some(({ value }) => value === "large") ? LARGE : undefined));
  const found = await writer.write(
    ["a", "b", "large", "c", "d"].map((value) => record(value, "0")),
    1000,
  );

  expect(codes(found)).toEqual([undefined, undefined, "MESSAGE_TOO_LARGE", undefined, undefined]);
  expect(sent.flat().sort()).toEqual(["a", "b", "c", "d"]);
});

test("divides what brokers would not take as one batch", async () => {
  const { writer, sent } = topic(() => undefined);
  await writer.write(
    [1, 2, 3].map((nth) => record(`${nth}`.repeat(400_000), "0")),
    1000,
  );

  expect(sent.map(({ length }) => length)).toEqual([2, 1]);
});

test("refuses one partition's records where the other's are written, and connects anew", async () => {
  const away: Refusal = { code: "NOT_LEADER_OR_FOLLOWER", message: "", final: false };
  const { writer, count } = topic((batch, own) => (own === 1 && batch[0]?.partition === 1 ? away : undefined));

  expect(codes(await writer.write([record("a", "0"), record("b", "1")], 1000))).toEqual([undefined, away.code]);
  expect(codes(await writer.write([record("b", "1")], 1000))).toEqual([undefined]);
  // An idempotent client would give the next records the numbers of those that failed.
  expect(count()).toBe(2);
});

test("takes up a new secret within one batch", async () => {
  const refused: Refusal = { code: "AUTHENTICATION", message: "", final: false };
  let isRotated = false;
  const { writer, count } = topic((_, own) => (isRotated && own === 1 ? refused : undefined));

  await writer.write([record("a")], 1000);
  isRotated = true;
  expect(codes(await writer.write([record("b")], 1000))).toEqual([undefined]);
  expect(count()).toBe(2);
});

test("gives up in time", async () => {
  const writer = new Writer(
    () => new Promise(() => {}),
    () => LARGE,
  );

  expect(codes(await writer.write([record("a")], 20))).toEqual(["TIMEOUT"]);
});

type Data = string | ArrayBuffer | ArrayBufferView;
function viewOf(data: Data): string | Uint8Array {
  if (typeof data === "string") return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}

test("signs for MSK as AWS's own signer does", async () => {
  const now = new Date("2026-11-28T12:34:56.789Z");
  const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "made/up+secret", sessionToken: "a+b/c=" };
  const token = iamToken(
    {
      AWS_REGION: "eu-west-1",
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken,
    },
    now,
  );
  class Sha256 {
    readonly #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;
    constructor(secret?: Data) {
      this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", viewOf(secret));
    }
    update(data: Data) {
      this.#hash.update(viewOf(data));
    }
    digest = async () => new Uint8Array(this.#hash.digest());
    reset() {}
  }
  const host = "kafka.eu-west-1.amazonaws.com";
  const signer = new SignatureV4({
    service: "kafka-cluster",
    region: "eu-west-1",
    credentials,
    sha256: Sha256,
    applyChecksum: false,
  });
  const { query } = await signer.presign(
    {
      method: "GET",
      protocol: "https:",
      hostname: host,
      path: "/",
      headers: { host },
      query: { Action: "kafka-cluster:Connect" },
    },
    { expiresIn: 900, signingDate: now },
  );

  const url = new URL(Buffer.from(token, "base64url").toString());
  expect(url.host).toBe(host);
  const { "User-Agent": _, ...own } = Object.fromEntries(url.searchParams);
  expect(own).toEqual(query);
});
