import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Env = Readonly<Record<string, string>>;
type Variables = readonly { readonly name: string; readonly value: string }[];

/** Nobody but root can be somebody else. */
const user = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};

/** The image of the bridge without Docker: what its Dockerfile puts into it, in a folder that the program cannot write to. */
export class Image {
  readonly #work = mkdtempSync(join(tmpdir(), "bridge-image-"));
  readonly #folder = join(this.#work, "bridge");
  readonly #health = join(this.#work, "shm", "health");
  readonly #started: Running[] = [];
  /** The command that says whether the program is alive. */
  readonly healthCheck: readonly string[];
  readonly #entry: readonly string[];

  constructor(project: string) {
    const file = readFileSync(join(project, "bridge", "Dockerfile"), "utf8");
    this.healthCheck = listBehind(/^HEALTHCHECK .*CMD (\[.*\])$/m, file);
    this.#entry = listBehind(/^ENTRYPOINT (\[.*\])$/m, file);
    mkdirSync(this.#folder);
    mkdirSync(join(this.#work, "shm"));
    execFileSync(process.execPath, ["bridge/build.mjs", join(this.#folder, "bridge.cjs")], { cwd: project });
    copyFileSync(join(project, "bridge", "health.cjs"), join(this.#folder, "health.cjs"));
    chmodSync(join(this.#work, "shm"), 0o777);
    chmodSync(this.#work, 0o755);
    chmodSync(this.#folder, 0o555);
  }

  /** Starts the program as the image does, with nothing but these variables. */
  run(env: Env): Running {
    const child = spawn(process.execPath, this.#here(this.#entry), {
      ...this.#options(env),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const running = new Running(child);
    this.#started.push(running);
    return running;
  }

  /** Returns whether the image's health check finds the program alive. */
  isHealthy(): boolean {
    return spawnSync(process.execPath, this.#here(this.healthCheck), this.#options({})).status === 0;
  }

  /** Makes the last sign of life older. */
  ageHeartbeat(seconds: number): void {
    const then = Date.now() / 1000 - seconds;
    utimesSync(this.#health, then, then);
  }

  /** Ends what still runs, and removes all. */
  remove(): void {
    for (const running of this.#started) running.signal("SIGKILL");
    chmodSync(this.#folder, 0o755);
    rmSync(this.#work, { recursive: true });
  }

  #options(env: Env) {
    return { cwd: this.#folder, env: { ...env, BRIDGE_HEALTH_FILE: this.#health }, ...user };
  }

  /** Returns the arguments of a command with this machine's paths. */
  #here([, ...args]: readonly string[]): string[] {
    return args.map((arg) => arg.replace(/^\/bridge\//, `${this.#folder}/`));
  }
}

function listBehind(instruction: RegExp, file: string): string[] {
  return JSON.parse(instruction.exec(file)?.[1] ?? "[]");
}

/** A program of the image that runs. */
export class Running {
  #stdout = "";
  stderr = "";

  constructor(private readonly child: ChildProcess) {
    child.stdout?.on("data", (chunk) => {
      this.#stdout += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      this.stderr += chunk;
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** The lines of its log. */
  get log(): Readonly<Record<string, unknown>>[] {
    return this.#stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Returns the exit code, null where a signal has ended it. */
  async ended(): Promise<number | null> {
    if (this.isRunning) await once(this.child, "close");
    return this.child.exitCode;
  }
}

/** Returns the variables of a task definition's only container. */
export function taskVariables(containerDefinitions: unknown): Record<string, string> {
  const [container]: { readonly environment: Variables }[] = JSON.parse(String(containerDefinitions));
  return Object.fromEntries((container?.environment ?? []).map(({ name, value }) => [name, value]));
}
