import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { file } from "../../support/environment";
import { GithubApi } from "./github-api";
import type { Repository } from "./model";

/** Packs the project as it is published. @returns the path of the package */
export function packed(project: string, folder: string): string {
  const args = ["pack", "--silent", "--pack-destination", folder];
  return join(folder, execFileSync("npm", args, { cwd: project, encoding: "utf8" }).trim());
}

/** A repository with two environments, the packed program and what `init ci` writes for them. */
export class Fixture {
  readonly folder = mkdtempSync(join(tmpdir(), "ci-"));
  readonly path = join(this.folder, "repository");
  readonly api = new GithubApi();
  /** Environments for which a job has asked, in order. */
  readonly asked: string[] = [];
  approve: Repository["approve"] = async () => true;

  constructor(
    project: string,
    readonly state: string,
    service: "github" | "gitlab",
  ) {
    mkdirSync(join(this.path, "environments"), { recursive: true });
    copyFileSync(packed(project, this.folder), join(this.path, "program.tgz"));
    writeFileSync(join(this.path, "package.json"), '{ "private": true }\n');
    this.run("npm", "install", "--save-exact", "--no-audit", "--no-fund", "./program.tgz");
    writeFileSync(join(this.path, ".gitignore"), "node_modules/\ncdktf.out/\n");
    this.git("init", "-q", "-b", "main");
    this.git("config", "uploadpack.allowAnySHA1InWant", "true");
    this.write("dev", 365);
    this.write("prod", 365);
    this.run("npx", "--no", "genesys-eventbridge", "init", "ci", `--${service}`);
  }

  run(program: string, ...args: string[]): string {
    return execFileSync(program, args, { cwd: this.path, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  }

  git(...args: string[]): string {
    const who = ["-c", "user.name=somebody", "-c", "user.email=somebody@acme.example"];
    return this.run("git", ...who, ...args).trim();
  }

  /** Writes an environment whose log group keeps events for so many days. */
  write(name: string, days: number): void {
    const address = `${this.state}/${name}`;
    const top = `state = { backend = "http", address = "${address}", lock_address = "${address}", unlock_address = "${address}" }`;
    const text = file({ top, destination: `type = "cloudwatch_logs"\nretention_days = ${days}` });
    this.writeText(name, text.replace('suffix = "audit"', `suffix = "${name}"`));
  }

  writeText(name: string, text: string): void {
    writeFileSync(join(this.path, "environments", `${name}.tfvars`), text);
  }

  /** @returns the commit of everything as it lies there */
  commit(): string {
    this.git("add", "-A");
    this.git("commit", "-q", "--allow-empty", "-m", "change");
    return this.git("rev-parse", "HEAD");
  }

  repository(vars: Repository["vars"] = { EVENTBRIDGE_DEPLOY: "true" }): Repository {
    const secrets = { GENESYSCLOUD_OAUTHCLIENT_ID: "made-up", GENESYSCLOUD_OAUTHCLIENT_SECRET: "made-up" };
    const all = ["dev-plan", "dev", "prod-plan", "prod"].map((name) => [
      name,
      { secrets, vars: { GENESYSCLOUD_REGION: "us-east-1" } },
    ]);
    return {
      path: this.path,
      vars,
      secrets: { PLAN_PASSPHRASE: "made-up passphrase" },
      environments: Object.fromEntries(all),
      api: this.api,
      approve: (environment) => {
        this.asked.push(environment);
        return this.approve(environment);
      },
    };
  }
}
