import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { kept } from "../engines/kept";

const VERSION = "4.1.0";
const DEPENDENCIES = {
  "org.apache.kafka:kafka_2.13": VERSION,
  "org.apache.logging.log4j:log4j-core": "2.24.3",
  "org.apache.logging.log4j:log4j-slf4j-impl": "2.24.3",
};
const PASSWORD = "rehearsal";
const LONGEST_MILLISECONDS = 90_000;
const run = promisify(execFile);
const here = join(process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd(), "test", "rehearsal", "kafka-producer");

/** Returns the programs that are missing for a broker. */
export function missingPrograms(): string[] {
  return ["javac", "mvn", "keytool"].filter((program) => {
    try {
      execFileSync(program, ["-version"], { stdio: "ignore" });
      return false;
    } catch (error) {
      return Object(error).code === "ENOENT";
    }
  });
}

/** Returns the folder with Kafka's jars and a certificate for this machine, fetched and made once. */
function installation(): string {
  return kept("kafka", `${VERSION}-2`, (folder) => {
    const dependencies = Object.entries(DEPENDENCIES).map(([name, version]) => {
      const [group, artifact] = name.split(":");
      return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
    });
    const about =
      "<modelVersion>4.0.0</modelVersion><groupId>made</groupId><artifactId>up</artifactId><version>1</version>";
    const pom = join(folder, "pom.xml");
    writeFileSync(pom, `<project>${about}<dependencies>${dependencies.join("")}</dependencies></project>`);
    const lib = `-DoutputDirectory=${join(folder, "lib")}`;
    execFileSync("mvn", ["-q", "-B", "-f", pom, "dependency:copy-dependencies", lib], { stdio: "pipe" });
    const store = ["-alias", "broker", "-storepass", PASSWORD, "-keystore", join(folder, "store.p12")];
    const names = ["-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1"];
    const key = ["-genkeypair", "-keyalg", "RSA", "-validity", "3650", ...names, ...store];
    execFileSync("keytool", key, { stdio: "pipe" });
    const certificate = join(folder, "ca.pem");
    execFileSync("keytool", ["-exportcert", "-rfc", "-file", certificate, ...store], { stdio: "pipe" });
    const trust = ["-alias", "client", "-storepass", PASSWORD, "-keystore", join(folder, "trust.p12")];
    execFileSync("keytool", ["-importcert", "-noprompt", "-file", certificate, ...trust], { stdio: "pipe" });
    writeFileSync(join(folder, "log4j2.properties"), "rootLogger.level=off\n");
    const classes = ["-d", join(folder, "classes"), "-cp", join(folder, "lib", "*"), join(here, "Topics.java")];
    execFileSync("javac", classes, { stdio: "pipe" });
  });
}

/** A record as Kafka's own client reads it. */
export interface ReadRecord {
  readonly topic: string;
  readonly partition: number;
  /** The partition where Kafka's own producer would put this key. */
  readonly own: number;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

/** One broker on this machine, without login, with one by SCRAM over TLS, and with one by certificate, for which its own serves. */
export class Broker {
  #process: ChildProcess | undefined;

  private constructor(
    readonly home: string,
    readonly folder: string,
    readonly plain: number,
    readonly tls: number,
    readonly mutual: number,
  ) {}

  /** @param login is the user who may come in over TLS, and the password */
  static async made(folder: string, login: readonly [user: string, password: string], tries = 3): Promise<Broker> {
    const home = installation();
    const [plain = 0, tls = 0, mutual = 0, controller] = await freePorts(4);
    const broker = new Broker(home, folder, plain, tls, mutual);
    mkdirSync(folder, { recursive: true });
    const listeners = `PLAINTEXT://127.0.0.1:${plain},SASL_SSL://127.0.0.1:${tls},SSL://127.0.0.1:${mutual}`;
    const properties = {
      "process.roles": "broker,controller",
      "node.id": 1,
      "controller.quorum.voters": `1@127.0.0.1:${controller}`,
      listeners: `${listeners},CONTROLLER://127.0.0.1:${controller}`,
      "advertised.listeners": listeners,
      "controller.listener.names": "CONTROLLER",
      "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,SSL:SSL,CONTROLLER:PLAINTEXT",
      "sasl.enabled.mechanisms": "SCRAM-SHA-512",
      "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config":
        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
      "ssl.keystore.location": join(home, "store.p12"),
      "ssl.keystore.password": PASSWORD,
      "listener.name.ssl.ssl.client.auth": "required",
      "ssl.truststore.location": join(home, "trust.p12"),
      "ssl.truststore.password": PASSWORD,
      "log.dirs": join(folder, "data"),
      "offsets.topic.replication.factor": 1,
      "transaction.state.log.replication.factor": 1,
      "transaction.state.log.min.isr": 1,
      "auto.create.topics.enable": false,
    };
    const lines = Object.entries(properties).map(([name, value]) => `${name}=${value}`);
    writeFileSync(broker.#config, `${lines.join("\n")}\n`);
    const [user, password] = login;
    const scram = `SCRAM-SHA-512=[name=${user},password=${password}]`;
    const format = ["format", "-t", "rehearsalrehearsal1234", "-c", broker.#config, "--add-scram", scram];
    await run("java", [...broker.#java(256), "kafka.tools.StorageTool", ...format]);
    try {
      await broker.start();
      return broker;
    } catch (error) {
      await broker.kill();
      // Somebody else may have taken a port meanwhile.
      if (tries === 1) throw error;
      return Broker.made(join(folder, "again"), login, tries - 1);
    }
  }

  get address(): string {
    return `127.0.0.1:${this.plain}`;
  }

  get authority(): string {
    return readFileSync(join(this.home, "ca.pem"), "utf8");
  }

  /** The private key of the one certificate that the third listener lets in. */
  get privateKey(): string {
    const args = [...this.#java(64), "Topics", "key", join(this.home, "store.p12"), PASSWORD];
    return execFileSync("java", args, { encoding: "utf8" });
  }

  async start(): Promise<void> {
    const own = spawn("java", [...this.#java(512), "kafka.Kafka", this.#config], { stdio: "ignore" });
    this.#process = own;
    await answers(this.plain, () => own.exitCode === null);
  }

  /** Ends it in the midst of what it does. */
  async kill(): Promise<void> {
    const own = this.#process;
    if (own === undefined || own.exitCode !== null || own.signalCode !== null) return;
    const ended = new Promise((resolve) => own.once("exit", resolve));
    own.kill("SIGKILL");
    await ended;
  }

  async createTopics(partitions: number, ...names: readonly string[]): Promise<void> {
    await this.#topics("create", this.address, String(partitions), ...names);
  }

  async read(...names: readonly string[]): Promise<ReadRecord[]> {
    const text = await this.#topics("read", this.address, ...names);
    return text.split("\n").flatMap((line): ReadRecord[] => (line === "" ? [] : [JSON.parse(line)]));
  }

  get #config(): string {
    return join(this.folder, "server.properties");
  }

  #java(megabytes: number): string[] {
    const log = `-Dlog4j2.configurationFile=${join(this.home, "log4j2.properties")}`;
    const path = [join(this.home, "lib", "*"), join(this.home, "classes")].join(
      process.platform === "win32" ? ";" : ":",
    );
    return [`-Xmx${megabytes}m`, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", log, "-cp", path];
  }

  async #topics(...args: readonly string[]): Promise<string> {
    const { stdout } = await run("java", [...this.#java(512), "Topics", ...args], { maxBuffer: 2 ** 30 });
    return stdout;
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = servers.map(
    (server) =>
      new Promise<number>((resolve) => server.listen(0, "127.0.0.1", () => resolve(Object(server.address()).port))),
  );
  const found = await Promise.all(ports);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return found;
}

async function answers(port: number, isRunning: () => boolean): Promise<void> {
  const begun = Date.now();
  for (;;) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });
    if (isThere) return;
    if (!isRunning()) throw new Error("the broker ended before it answered");
    if (Date.now() - begun > LONGEST_MILLISECONDS) throw new Error("the broker does not come up");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
