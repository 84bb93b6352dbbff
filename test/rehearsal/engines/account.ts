import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnvironment } from "../../../config/environment";
import { environmentFiles } from "../../../config/files";
import { prerequisites, project, rehearse } from "../rig";

/** A command line that deploys. */
export interface CommandLine {
  readonly command: "cdktf" | "cdktn";
  /** The project that it is installed in. */
  readonly project: string;
  readonly env?: Readonly<Record<string, string>>;
}

export const cdktf: CommandLine = { command: "cdktf", project: resolve(".") };

/** One made-up account in which the committed environments are deployed, by one command line after the other. */
export class Account {
  readonly names: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly #rig: string;
  readonly #work: string;
  /** What the account must have already. */
  readonly needed: readonly string[];

  /** @param work is a folder for what comes and goes: the environments, each with a state of its own, and what is made of them */
  constructor(rig: string, work: string) {
    const files = environmentFiles([], { cwd: ".", folder: "environments", shown: (path) => path });
    this.names = files.map(({ name }) => name);
    this.env = { ENVIRONMENTS_DIR: join(work, "environments"), CHECKPOINT_DISABLE: "1", CI: "1", NODE_ENV: "" };
    this.#rig = rig;
    this.#work = work;
    this.needed = files.flatMap((file) => {
      const { environment } = parseEnvironment(file);
      return environment === undefined ? [] : prerequisites(environment);
    });
    mkdirSync(join(work, "environments"));
    for (const { name, bytes } of files) {
      const state = `state = { backend = "local", path = ${JSON.stringify(join(work, `${name}.tfstate`))} }`;
      writeFileSync(join(work, "environments", `${name}.tfvars`), `${bytes}\n${state}\n`);
    }
  }

  /** Returns the folder of what a command line's project makes of an environment. */
  stack(name: string, { command }: CommandLine = cdktf): string {
    return join(this.#work, command, "stacks", name);
  }

  /** Synthesizes all, without the command line. */
  async synthesize({ command, project: cwd }: CommandLine = cdktf): Promise<void> {
    await project(["main.ts"], { ...this.env, CDKTF_OUTDIR: join(this.#work, command) }, cwd);
  }

  /** Runs a verb of the command line; fails unless it prints such words. */
  async expect(
    words: RegExp,
    line: CommandLine,
    verb: "deploy" | "diff" | "destroy",
    ...stacks: string[]
  ): Promise<void> {
    const [first = ""] = this.names;
    const { code, output } = await rehearse(
      this.#rig,
      [
        ...[this.stack(first, line), "--world", join(this.#work, "world.json"), ...this.needed],
        ...["run", join(line.project, "node_modules", ".bin", line.command), verb, ...stacks],
        ...["--output", join(this.#work, `${line.command}-cli`), "--skip-provider-lock", "--no-color"],
        ...(verb === "diff" ? [] : ["--auto-approve"]),
      ],
      { ...this.env, ...line.env },
      line.project,
    );
    const said = `${line.command} ${verb} ${stacks.join(" ")}`;
    if (code !== 0 || !words.test(output.replace(/\s+/g, " "))) {
      throw new Error(`${said} ended with ${code}, without ${words}:\n${output.slice(-4000)}`);
    }
    console.log(said);
  }
}

export const NO_CHANGE = /Plan: 0 to add, 0 to change, 0 to destroy|No changes/;
export const APPLIED = /Apply complete! Resources: [1-9]/;
export const DESTROYED = /Destroy complete! Resources: [1-9]/;
