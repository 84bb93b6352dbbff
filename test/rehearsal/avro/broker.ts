import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { kept, placeOf } from "../engines/kept";

const POM = join("test", "rehearsal", "avro", "pom.xml");
const [NAME, key] = ["kafka", readFileSync(POM, "utf8")];

/** Returns the program that is missing; undefined where a broker can be started. */
export function missing(): string | undefined {
  const needed = ["java", ...(existsSync(placeOf(NAME, key)) ? [] : ["mvn"])];
  return needed.find((name) => spawnSync(name, ["-version"]).status !== 0);
}

/** Fetches Kafka and AVRO from Maven, once. */
export function fetchJars(): void {
  kept(NAME, key, (folder) => {
    execFileSync("mvn", ["-q", "-B", "-f", POM, "dependency:copy-dependencies", `-DoutputDirectory=${folder}`]);
  });
}

/** Returns the arguments of java for a class, or for a file of source, of what was fetched. */
export function java(memory: number, ...args: readonly string[]): string[] {
  return [
    `-Xmx${memory}m`,
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-cp",
    join(placeOf(NAME, key), "*"),
    ...args,
  ];
}

/** Returns a port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Starts a broker of one node on this machine alone. */
export async function startBroker(
  folder: string,
): Promise<{ readonly address: string; readonly broker: ChildProcess }> {
  const [plain, controller] = [await freePort(), await freePort()];
  const file = join(folder, "kafka.properties");
  writeFileSync(
    file,
    `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controller}
listeners=PLAINTEXT://127.0.0.1:${plain},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=PLAINTEXT://127.0.0.1:${plain}
controller.listener.names=CONTROLLER
log.dirs=${join(folder, "data")}
message.max.bytes=3000000
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
`,
  );
  execFileSync("java", java(256, "kafka.tools.StorageTool", "format", "-t", "rehearsalrehearsal1234", "-c", file));
  const broker = spawn("java", java(400, "kafka.Kafka", file), { stdio: "ignore" });
  return { address: `127.0.0.1:${plain}`, broker };
}
