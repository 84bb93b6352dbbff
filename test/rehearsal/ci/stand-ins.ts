import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import type { JobScope } from "./job-scope";
import type { Texts } from "./model";

/** What stands for an action of somebody else's. It returns variables that later steps of the job see. */
type StandIn = (given: Texts, scope: JobScope) => Promise<Texts> | Texts;

/** Checks that a job was given a permission that the action asks GitHub for. */
function permitted({ permissions }: JobScope, permission: string, level: "read" | "write"): void {
  const given = permissions[permission];
  if (given !== level && given !== "write") throw new Error(`the job has no permission ${permission}: ${level}`);
}

export const standIns: Readonly<Record<string, StandIn>> = {
  "actions/checkout": (given, scope) => {
    permitted(scope, "contents", "read");
    const { repository, event } = scope.run;
    // With credentials left behind, any later step could push.
    if (given["persist-credentials"] !== "false") throw new Error("the checkout keeps its credentials");
    const depth = given["fetch-depth"] ?? "1";
    const git = (...args: string[]) => execFileSync("git", args, { cwd: scope.workspace, stdio: "pipe" });
    git("init", "-q");
    git("fetch", "-q", "--depth", depth, `file://${repository.path}`, event.sha);
    git("checkout", "-q", event.sha);
    return {};
  },
  "actions/setup-node": () => ({}),
  "hashicorp/setup-terraform": (given) => {
    // The wrapper writes its own lines into what a step reads.
    if (given.terraform_wrapper !== "false") throw new Error("Terraform is wrapped");
    return {};
  },
  "aws-actions/configure-aws-credentials": (given, scope) => {
    permitted(scope, "id-token", "write");
    const role = given["role-to-assume"] ?? "";
    if (!/^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(role)) throw new Error(`no role: ${role}`);
    if (given["allowed-account-ids"] !== role.split(":")[4]) throw new Error("another account");
    scope.run.roles.push(role);
    return { AWS_REGION: given["aws-region"] ?? "", AWS_ROLE: role };
  },
  "actions/upload-artifact": (given, scope) => {
    const { name = "artifact", path = "" } = given;
    const from = join(scope.workspace, path);
    const to = join(scope.run.folder, "artifacts", name);
    if (existsSync(to)) throw new Error(`an artifact ${name} is there already`);
    mkdirSync(to, { recursive: true });
    if (!existsSync(from)) return {};
    cpSync(from, statSync(from).isDirectory() ? to : join(to, basename(from)), { recursive: true });
    return {};
  },
  "actions/download-artifact": (given, scope) => {
    const artifacts = join(scope.run.folder, "artifacts");
    const { name, pattern = "" } = given;
    const wanted = new RegExp(`^${pattern.replaceAll("*", ".*")}$`);
    const all = existsSync(artifacts) ? readdirSync(artifacts) : [];
    const found = name === undefined ? all.filter((one) => wanted.test(one)) : all.filter((one) => one === name);
    if (name !== undefined && found.length === 0) throw new Error(`there is no artifact ${name}`);
    for (const one of found) {
      cpSync(join(artifacts, one), join(scope.workspace, given.path ?? ""), { recursive: true });
    }
    return {};
  },
  "actions/github-script": async (given, scope) => {
    if (!scope.permissions.issues && !scope.permissions["pull-requests"]) throw new Error("the job may write nothing");
    const { repository, event } = scope.run;
    const issue = event.payload.number;
    const context = {
      serverUrl: "https://github.example",
      repo: { owner: "acme", repo: "events" },
      runId: 1,
      ...(issue !== undefined && { issue: { number: issue } }),
    };
    const before = { cwd: process.cwd(), env: process.env };
    const program = new AsyncFunction("github", "context", "require", given.script ?? "");
    try {
      process.chdir(scope.workspace);
      process.env = { ...process.env, ...scope.env };
      await program(repository.api, context, createRequire(join(scope.workspace, "script.js")));
    } finally {
      process.chdir(before.cwd);
      process.env = before.env;
    }
    return {};
  },
};

const AsyncFunction: new (...parts: string[]) => (...args: unknown[]) => Promise<unknown> = Object.getPrototypeOf(
  async () => {},
).constructor;
