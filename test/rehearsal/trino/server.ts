import { execFileSync, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../avro/broker";
import { firstLine } from "../python";

/** The version that the queries were tried on, whose tarball Maven has. */
export const VERSION = "476";
/** The oldest Java that it starts on (Trino's documentation, "Requirements"). */
const JAVA = 24;
const WAIT_SECONDS = 300;

export type Row = Readonly<Record<string, unknown>>;

/** A server on this machine, whose catalog `lake` reads files of a folder as Athena reads those of a bucket. */
export interface Trino {
  /** @throws Error with what Trino says */
  query(sql: string): Promise<Row[]>;
  end(): Promise<void>;
}

/** Returns the folder of Java that is new enough; undefined where there is none. */
export function javaHome(): string | undefined {
  const installed = existsSync("/usr/lib/jvm") ? readdirSync("/usr/lib/jvm").map((name) => `/usr/lib/jvm/${name}`) : [];
  return [process.env.JAVA_HOME, ...installed].find((home) => home !== undefined && javaVersion(home) >= JAVA);
}

function javaVersion(home: string): number {
  try {
    const told = execFileSync(join(home, "bin", "java"), ["--version"], { encoding: "utf8", stdio: "pipe" });
    return Number(/^\S+ (\d+)/.exec(told)?.[1]);
  } catch {
    return 0;
  }
}

/** Fetches the server by Maven, 0.8 GB, once; undefined where that cannot be done, which has been said. */
export function fetchedServer(): string | undefined {
  const cache = join("node_modules", ".cache", "trino");
  const folder = join(cache, `trino-server-${VERSION}`);
  try {
    if (existsSync(folder)) return folder;
    mkdirSync(cache, { recursive: true });
    const artifact = `-Dartifact=io.trino:trino-server:${VERSION}:tar.gz`;
    execFileSync("mvn", ["-q", "dependency:copy", artifact, `-DoutputDirectory=${cache}`], { stdio: "pipe" });
    execFileSync("tar", ["xzf", `${folder}.tar.gz`, "-C", cache], { stdio: "pipe" });
    return folder;
  } catch (error) {
    console.log(`Trino cannot be fetched here (${firstLine(error)})`);
    return undefined;
  }
}

/**
 * Starts a server.
 *
 * @param work a folder for its settings and its log; its folder `files` is what it reads
 */
export async function startTrino(server: string, java: string, work: string): Promise<Trino> {
  const port = await freePort();
  settings(work, port);
  const log = createWriteStream(join(work, "trino.log"));
  const child = spawn(join(server, "bin", "launcher"), ["run", "--etc-dir", join(work, "etc")], {
    env: { ...process.env, JAVA_HOME: java, PATH: `${join(java, "bin")}:${process.env.PATH}` },
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const trino = {
    query: (sql: string) => query(port, sql),
    end: () => {
      child.kill();
      return ended;
    },
  };
  for (let seconds = 0; seconds < WAIT_SECONDS; seconds++) {
    await wait(1000);
    if (child.exitCode !== null) throw new Error(`Trino ended with ${child.exitCode}; see ${join(work, "trino.log")}`);
    if ((await trino.query("SELECT 1").catch(() => [])).length === 1) return trino;
  }
  await trino.end();
  throw new Error(`Trino was not there after ${WAIT_SECONDS} seconds`);
}

function settings(work: string, port: number): void {
  mkdirSync(join(work, "etc", "catalog"), { recursive: true });
  mkdirSync(join(work, "files", "meta"), { recursive: true });
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(work, "etc", name), `${lines.join("\n")}\n`);
  write("config.properties", [
    "coordinator=true",
    "node-scheduler.include-coordinator=true",
    `http-server.http.port=${port}`,
    `discovery.uri=http://127.0.0.1:${port}`,
    "query.max-memory-per-node=1GB",
  ]);
  write("jvm.config", ["-server", "-Xmx2G", "-XX:+UseG1GC", "-Djdk.attach.allowAttachSelf=true"]);
  write("node.properties", ["node.environment=rehearsal", "node.id=one", `node.data-dir=${join(work, "data")}`]);
  write(join("catalog", "lake.properties"), [
    "connector.name=hive",
    "hive.metastore=file",
    "hive.metastore.catalog.dir=local:///meta",
    "hive.partition-projection-enabled=true",
    "hive.non-managed-table-writes-enabled=true",
    "hive.ignore-absent-partitions=true",
    "hive.security=allow-all",
    "fs.native-local.enabled=true",
    `local.location=${join(work, "files")}`,
  ]);
}

interface Answer {
  readonly nextUri?: string;
  readonly error?: { readonly message: string };
  readonly columns?: readonly { readonly name: string }[];
  readonly data?: readonly (readonly unknown[])[];
}

/** Asks by Trino's client protocol: one page after the other. */
async function query(port: number, sql: string): Promise<Row[]> {
  const headers = {
    "X-Trino-User": "rehearsal",
    "X-Trino-Catalog": "lake",
    "X-Trino-Schema": "events",
    "X-Trino-Time-Zone": "UTC",
  };
  const rows: Row[] = [];
  let answer: Answer = await (
    await fetch(`http://127.0.0.1:${port}/v1/statement`, { method: "POST", body: sql, headers })
  ).json();
  for (;;) {
    if (answer.error !== undefined) throw new Error(answer.error.message);
    const names = answer.columns?.map(({ name }) => name) ?? [];
    for (const row of answer.data ?? [])
      rows.push(Object.fromEntries(row.map((value, index) => [names[index] ?? "", value])));
    if (answer.nextUri === undefined) return rows;
    answer = await (await fetch(answer.nextUri)).json();
  }
}
