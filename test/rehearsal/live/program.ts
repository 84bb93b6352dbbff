import { execFile } from "node:child_process";

/** Returns what the program says as JSON, whatever its exit code is. */
export function program<Said>(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> {
  const all = ["bin/genesys-eventbridge.cjs", ...args];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, all, { env: { ...process.env, ...env } }, (_, stdout, stderr) => {
      if (stdout.startsWith("{")) resolve(JSON.parse(stdout));
      else reject(new Error(stderr || stdout));
    });
  });
}
