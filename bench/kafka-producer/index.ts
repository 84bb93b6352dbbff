/** Events a second of the function that writes to Kafka, beside its client by itself, with one broker in the same run. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "../../functions/kafka-producer/settings";
import { functionArchive, functionCode } from "../../modules/function-code";
import { newerNode } from "../../test/rehearsal/engines/newer-node";
import { Broker, missingPrograms } from "../../test/rehearsal/kafka-producer/broker";
import { median } from "../measure";

const TURNS = 7;
const project = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
// Within the project, so that it finds the project's SDK.
const folder = join(project, "node_modules", ".cache", "genesys-eventbridge", "bench-kafka");
const say = (line: string) => process.stdout.write(`${line}\n`);

function perSecond(settings: Settings, ...file: readonly string[]): number {
  const env = { ...process.env, SETTINGS: JSON.stringify(settings), AWS_REGION: "us-east-1" };
  const node = join(newerNode(), process.platform === "win32" ? "node.exe" : "node");
  const program = join(project, "bench", "kafka-producer", "run.cjs");
  return Number(execFileSync(node, [program, ...file], { env, encoding: "utf8" }));
}

async function main(): Promise<void> {
  const missing = missingPrograms();
  if (missing.length > 0) {
    say(`The function that writes to Kafka was not measured: ${missing.join(" and ")} not found\n`);
    return;
  }
  const work = mkdtempSync(join(tmpdir(), "bench-kafka-"));
  const broker = await Broker.made(work, ["nobody", "unused"]);
  try {
    mkdirSync(folder, { recursive: true });
    const bundle = join(folder, "index.js");
    writeFileSync(bundle, functionCode("kafka-producer"));
    await broker.createTopics(3, "bench");
    const settings: Settings = {
      brokers: [broker.address],
      public: true,
      topic: "bench",
      key_path: "topic[2]",
      compression: "gzip",
      acks: "all",
      queue: "arn:aws:sqs:us-east-1:123456789012:dev-kafka",
      dead_letters: "https://sqs.us-east-1.amazonaws.com/123456789012/dev-dead-letters",
      hours: 24,
    };
    const [alone, ours]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < TURNS; turn++) {
      alone.push(perSecond(settings));
      ours.push(perSecond(settings, bundle));
    }
    const ratio = median(ours) / median(alone);
    say(
      `kafka: ${median(ours).toFixed(0)} events a second, the client alone ${median(alone).toFixed(0)}: ${ratio.toFixed(2)}x (aim: at least 0.80x)`,
    );
    say(
      `kafka: ${functionCode("kafka-producer").length} bytes of code, ${functionArchive("kafka-producer").length} packed\n`,
    );
  } finally {
    await broker.kill();
    rmSync(work, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
