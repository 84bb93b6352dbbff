import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { java } from "./broker";

/** A record of the topic, its value in base64. */
export interface Raw {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly timestamp: number;
  readonly value: string | null;
}

type Answer = Readonly<Record<string, unknown>>;

/** Kafka's and AVRO's own libraries, in a process of their own that answers each line. */
export class Topic {
  readonly #process: ChildProcess;
  readonly #waiting: ((answer: Answer) => void)[] = [];

  constructor(address: string) {
    const args = java(200, join("test", "rehearsal", "avro", "Topic.java"), address);
    this.#process = spawn("java", args, { stdio: ["pipe", "pipe", "ignore"] });
    const { stdout } = this.#process;
    if (stdout === null) throw new Error("no output");
    const lines = createInterface(stdout);
    lines.on("line", (line) => {
      if (line.startsWith("{")) this.#waiting.shift()?.(JSON.parse(line));
    });
    lines.on("close", () => {
      for (const answer of this.#waiting.splice(0)) answer({ error: "java ended" });
    });
  }

  async ask(what: Readonly<Record<string, unknown>>): Promise<Answer> {
    const answer = await new Promise<Answer>((done) => {
      this.#waiting.push(done);
      this.#process.stdin?.write(`${JSON.stringify(what)}\n`);
    });
    if (answer.error !== undefined) throw new Error(String(answer.error));
    return answer;
  }

  async poll(): Promise<Raw[]> {
    return Object((await this.ask({ do: "poll" })).records);
  }

  async encoded(schema: string, json: string): Promise<Buffer> {
    return Buffer.from(String((await this.ask({ do: "encode", schema, json })).bytes), "base64");
  }

  stop(): void {
    this.#process.kill();
  }
}
