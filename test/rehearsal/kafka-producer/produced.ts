import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Settings } from "../../../functions/kafka-producer/settings";
import { functionCode } from "../../../modules/function-code";

const project = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
// Within the project, so that it finds the project's SDK.
const folder = join(project, "node_modules", ".cache", "genesys-eventbridge", "kafka-producer");

export interface QueueMessage {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: { readonly SentTimestamp: string };
}

interface Answered {
  readonly id: number;
  readonly failed: readonly string[];
  readonly error?: string;
}

/** Secrets Manager and SQS, as far as the function uses them. */
export class Services {
  readonly secrets = new Map<string, object>();
  readonly letters: {
    readonly MessageBody: string;
    readonly MessageAttributes: Record<string, { StringValue: string }>;
  }[] = [];
  readonly #server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const input = JSON.parse(Buffer.concat(parts).toString());
      response.setHeader("content-type", "application/x-amz-json-1.1");
      if (!String(request.headers["x-amz-target"]).endsWith("GetSecretValue")) {
        this.letters.push(input);
        // The SDK compares it.
        const MD5OfMessageBody = createHash("md5").update(input.MessageBody).digest("hex");
        response.end(JSON.stringify({ MessageId: "m", MD5OfMessageBody }));
        return;
      }
      response.end(JSON.stringify({ SecretString: JSON.stringify(this.secrets.get(input.SecretId)) }));
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${Object(this.#server.address()).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** The function as Lambda has it: its bundle, in a process of its own. */
export class Producing {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (answered: Answered) => void>();
  #count = 0;

  /** @param node is the program of Node.js, @param endpoint the services of AWS */
  constructor(node: string, endpoint: string, settings: Partial<Settings>) {
    mkdirSync(folder, { recursive: true });
    const bundle = join(folder, "index.js");
    writeFileSync(bundle, functionCode("kafka-producer"));
    const all: Settings = {
      public: true,
      topic: "",
      compression: "gzip",
      acks: "all",
      queue: "arn:aws:sqs:us-east-1:123456789012:dev-kafka",
      dead_letters: `${endpoint}/123456789012/dev-dead-letters`,
      hours: 24,
      ...settings,
    };
    const aws = { AWS_ENDPOINT_URL: endpoint, AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "made-up" };
    this.#process = fork(join(project, "test", "rehearsal", "kafka-producer", "worker.cjs"), [bundle], {
      execPath: node,
      env: { ...process.env, ...aws, AWS_SECRET_ACCESS_KEY: "made-up", SETTINGS: JSON.stringify(all) },
      stdio: ["ignore", "ignore", process.env.VERBOSE ? "inherit" : "ignore", "ipc"],
    });
    this.#process.on("message", (answered: Answered) => {
      this.#waiting.get(answered.id)?.(answered);
      this.#waiting.delete(answered.id);
    });
  }

  /** Returns the ids of the messages that come again. */
  batch(records: readonly QueueMessage[], milliseconds = 30_000): Promise<Answered> {
    const id = ++this.#count;
    const answered = new Promise<Answered>((resolve) => this.#waiting.set(id, resolve));
    this.#process.send({ id, records, milliseconds });
    return answered;
  }

  stop(): void {
    this.#process.kill();
  }
}
