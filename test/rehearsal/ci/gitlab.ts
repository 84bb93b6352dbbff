import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { firstLine } from "../python";
import { expectEqual, expectWords } from "./expect";
import { Fixture } from "./fixture";
import type { Texts } from "./model";
import { pathWithRsync } from "./rsync";
import type { StateServer } from "./state-server";

/** Knows GitLab's own JSON Schema of pipelines, and runs jobs. This version needs no newer Node.js than the project. */
const RUNNER = "gitlab-ci-local@4.61.1";

function runner(): string | undefined {
  const folder = resolve("node_modules", ".cache", RUNNER);
  const program = join(folder, "node_modules", ".bin", "gitlab-ci-local");
  try {
    const args = ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", RUNNER];
    if (!existsSync(program)) execFileSync("npm", args, { stdio: "pipe" });
    return program;
  } catch (error) {
    console.log(`ci: GitLab's pipeline was not run: ${RUNNER} cannot be installed here (${firstLine(error)})`);
    return undefined;
  }
}

/** The pipeline that `init ci --gitlab` writes: valid by GitLab's schema, and run job by job. */
export async function gitlab(server: StateServer, address: string): Promise<void> {
  const program = runner();
  if (program === undefined) return;
  const fixture = new Fixture(process.cwd(), address, "gitlab");
  try {
    fixture.git("remote", "add", "origin", "git@gitlab.com:acme/events.git");
    fixture.commit();
    const env = { ...process.env, PATH: pathWithRsync(fixture.folder) };
    const variables = {
      ...{ EVENTBRIDGE_DEPLOY: "true", PLAN_PASSPHRASE: "made-up passphrase", AWS_ID_TOKEN: "made-up" },
      ...{
        GENESYSCLOUD_OAUTHCLIENT_ID: "made-up",
        GENESYSCLOUD_OAUTHCLIENT_SECRET: "made-up",
        GENESYSCLOUD_REGION: "us-east-1",
      },
    };
    const ended = async (what: string, expected: number, more: Texts, ...jobs: string[]) => {
      const given = Object.entries({ ...variables, ...more }).flatMap(([name, value]) => [
        "--variable",
        `${name}=${value}`,
      ]);
      const args = ["--force-shell-executor", "--shell-isolation", "--no-color", ...given, ...jobs];
      const { code, output } = await run(program, args, { cwd: fixture.path, env });
      if (code !== expected) throw new Error(`${what} ended with ${code}:\n${output.slice(-3000)}`);
      return output;
    };
    const push = { CI_PIPELINE_SOURCE: "push" };
    const days = () => /"retention_in_days": (\d+)/.exec(server.states.get("/dev") ?? "")?.[1];

    const first = await ended("the first plan", 0, push, "check", "plan dev");
    expectWords("the run", first, "json schema validated");
    await ended("the first apply", 0, push, "apply dev");
    expectEqual("retention", days(), "365");
    console.log("ci: GitLab's schema takes the pipeline; what one job plans another applies");

    fixture.write("dev", 30);
    await ended("the second plan", 0, push, "check", "plan dev");
    server.states.set(
      "/dev",
      (server.states.get("/dev") ?? "").replace(/"serial": (\d+)/, (_, serial) => `"serial": ${Number(serial) + 1}`),
    );
    expectWords("the refusal", await ended("a stale plan", 1, push, "apply dev"), "Saved plan is stale");
    expectEqual("retention", days(), "365");
    console.log("ci: at GitLab, too, a plan is refused where the state has moved");

    const night = { CI_PIPELINE_SOURCE: "schedule" };
    const found = await ended("a night", 1, night, "check", "plan dev", "drift");
    expectWords("the drift", found, "## `dev`", "retention", "## `prod`", "Could not be planned.");

    fixture.writeText("dev", "aws_regoin = 1\n");
    const broken = await ended("a broken file", 1, push, "check");
    expectWords("the check", broken, "environments/dev.tfvars:1:1: aws_regoin");
    const left = readdirSync(fixture.path, { recursive: true, encoding: "utf8" });
    expectEqual(
      "plans in clear that are left",
      left.filter((name) => name.endsWith("plan.json")),
      [],
    );
    console.log("ci: GitLab's drift names what differs and what could not be planned; a broken file ends the check");
  } finally {
    rmSync(fixture.folder, { recursive: true, force: true });
  }
}

interface Ended {
  readonly code: unknown;
  readonly output: string;
}

/** Runs a program beside the server of states, which answers meanwhile. */
async function run(
  program: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Ended> {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part) => {
      output += part;
    });
  }
  return { code: await new Promise((resolve) => child.on("close", resolve)), output };
}
