import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import type { Environment } from "../../config/model";
import { CloudWatch } from "./cloudwatch";

const run = promisify(execFile);

/** Runs a program of a project, this one where none is said, as `npm run synth` does. */
export async function project(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = process.cwd(),
): Promise<void> {
  await run(process.execPath, ["bin/run.cjs", ...args], { cwd, env: { ...process.env, ...env } });
}

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs the rig on a synthesized stack and reports the result. @param cwd is the folder where the rig's own command runs */
export async function rehearse(
  rig: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = process.cwd(),
): Promise<Outcome> {
  const cloudwatch = new CloudWatch();
  try {
    const own = { AWS_ENDPOINT_URL_CLOUDWATCH: await cloudwatch.start() };
    const { stdout, stderr } = await run(resolve(rig), args, {
      cwd,
      env: { ...process.env, ...own, ...env },
      maxBuffer: 2 ** 28,
    });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    if (!isOutcome(error)) throw error;
    return { code: error.code, output: error.stdout + error.stderr };
  } finally {
    cloudwatch.stop();
  }
}

function isOutcome(error: unknown): error is { code: number; stdout: string; stderr: string } {
  return (
    typeof error === "object" &&
    error !== null &&
    "stdout" in error &&
    "code" in error &&
    typeof error.code === "number"
  );
}

/** Returns what the account must have before the stack: the functions and secrets that the environment names. */
export function prerequisites({ destinations }: Environment): string[] {
  const text = JSON.stringify(destinations);
  const all = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))];
  return [
    ...all(/:function:([\w-]+)/g).flatMap((name) => ["--function", name]),
    ...all(/"secrets_manager":"([^"]+)"/g).flatMap((name) => [
      "--secret",
      `${name}={"key":"made-up","routing_key":"made-up"}`,
    ]),
    ...all(/"ssm_parameter":"([^"]+)"/g).flatMap((name) => ["--parameter", `${name}=made-up`]),
  ];
}
