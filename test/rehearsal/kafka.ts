/**
 * `node bin/run.cjs test/rehearsal/kafka.ts RIG [CODEC …]`: the committed environment that reads a topic, against a real Kafka: records that
 * are compressed, one that is no JSON between others, one that filters leave out, one without a value, a restart that goes on where
 * it was, a login that is refused. The first two codecs are enough where time is short.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parseEnvironment } from "../../config/environment";
import { outcomeOf } from "../../trace/scenario";
import { Tracer } from "../../trace/tracer";
import { project, rehearse } from "./rig";

const NAME = "multicloud";
const FILE = `environments/${NAME}.tfvars`;
const [rig = "", ...asked] = process.argv.slice(2);
const codecs = asked.length > 0 ? asked : ["gzip", "zstd"];
const work = mkdtempSync(join(tmpdir(), "kafka-"));

interface Row {
  readonly status?: string;
  readonly pipe?: string;
  readonly offset?: number;
  readonly why?: string;
  readonly payload?: unknown;
  readonly "starts at"?: Readonly<Record<string, number>>;
}

type Sent = Readonly<Record<string, unknown>>;

/** Plays one start of the cluster, which keeps what an earlier one had. */
async function play(what: string, records: readonly (Sent | string)[], ...more: readonly string[]): Promise<Row[]> {
  const file = join(work, "records.ndjson");
  writeFileSync(
    file,
    records.map((record) => (typeof record === "string" ? record : JSON.stringify(record))).join("\n"),
  );
  const secret = 'kafka/multicloud-cx={"username":"reader","password":"right"}';
  const stack = join(work, "stacks", NAME);
  const args = [stack, "kafka", "--data", join(work, "data"), "--secret", secret, "--produce", file, ...more];
  const { output } = await rehearse(rig, args);
  const rows = output.split("\n").flatMap((line): Row[] => (line.startsWith("{") ? [JSON.parse(line)] : []));
  const counted = ["put", "delivered", "filtered out", "blocked", "lost"].map((status) => [
    status,
    of(rows, status).length,
  ]);
  console.log(`${what}: ${counted.map(([status, count]) => `${count} ${status}`).join(", ")}`);
  if (rows.length === 0) throw new Error(`${what}: the rig says nothing of records:\n${output}`);
  return rows;
}

const of = (rows: readonly Row[], status: string) => rows.filter((row) => row.status === status);

function expectThat(holds: boolean, what: string, rows: readonly Row[]): void {
  if (!holds) throw new Error(`${what}:\n${rows.map((row) => JSON.stringify(row)).join("\n")}`);
}

function ours(id: string): Sent {
  return { ccid: "acme-production", eventType: "InteractionEstablished", interactionId: id };
}
const at = (partition: number, value: unknown): Sent => ({ value, partition });

/** Returns the payload without what only the topic and the bus know. */
function known(payload: unknown): unknown {
  const { detail, time: _, ...rest } = Object(payload);
  const { metadata, ...body } = Object(detail);
  return { ...rest, detail: body, metadata: Object.keys(Object(metadata)) };
}

async function main(): Promise<void> {
  try {
    await project(["main.ts", NAME], { CDKTF_OUTDIR: work });
    const { environment } = parseEnvironment({ path: FILE, name: NAME, bytes: readFileSync(FILE) });
    if (environment === undefined) throw new Error(`${FILE} is wrong`);
    const tracer = new Tracer(environment, { exact: false });
    const traced = outcomeOf(tracer, tracer.eventsOf(ours("first"))).deliveries.map(({ payload }) => known(payload));

    const records = [at(0, ours("first")), "no JSON at all", at(0, { ccid: "of-another" }), at(0, ours("last"))];
    const first = await play(`${codecs[0]}, no JSON between others`, records, "--codec", codecs[0] ?? "none");
    expectThat(of(first, "put").length === 3 && of(first, "filtered out").length === 1, "not as filtered", first);
    const delivered = of(first, "delivered").map(({ payload }) => known(payload));
    expectThat(delivered.length === 3, "not all is delivered", first);
    expectThat(
      delivered.some((payload) => isDeepStrictEqual(payload, traced[0])),
      "not as traced",
      first,
    );

    for (const codec of codecs.slice(1)) {
      const more = [at(1, ours(codec)), at(0, null)];
      const next = await play(`${codec}, a restart, and a record without a value`, more, "--codec", codec);
      // Neither what the first start has read, nor nothing.
      expectThat(of(next, "put").length === 1 && of(next, "delivered").length === 1, "read again, or lost", next);
      const [blocked] = of(next, "blocked");
      expectThat(blocked !== undefined, "a record without a value stops its partition, as the page says", next);
    }

    const refused = await play("a login that is refused", [ours("unread")], "--user", "reader:wrong");
    expectThat(
      of(refused, "put").length === 0 && of(refused, "lost").some(({ pipe }) => pipe !== undefined),
      "read",
      refused,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
