import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "../support/committed";
import { folderWith } from "./support";

jest.setTimeout(60_000);

const program = join(root, "bin", "genesys-eventbridge.cjs");
const events = readFileSync(join(root, "docs", "examples", "conversations.ndjson"), "utf8");
/** As many as take longer to read than it takes to press two keys, and do not fit in memory. */
const MANY = events.repeat(2500);

/** Starts a command, interrupts it as soon as something is so, and returns how it ended and what it left. */
async function interrupted(cwd: string, args: readonly string[], isTime: () => boolean, presses = 1) {
  const before = readdirSync(cwd).sort();
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    stdio: "pipe",
    env: { ...process.env, TMPDIR: cwd },
  });
  let stderr = "";
  let stdout = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  const ended = once(child, "close");
  while (!isTime() && child.exitCode === null) await wait(5);
  for (let press = 0; press < presses; press++) {
    child.kill("SIGINT");
    await wait(50);
  }
  const [code, signal] = await ended;
  child.stdin.destroy();
  return {
    code,
    signal,
    stderr,
    stdout,
    left: readdirSync(cwd)
      .sort()
      .filter((name) => !before.includes(name)),
  };
}

const workshopOf = (cwd: string) => readdirSync(cwd).find((name) => name.startsWith(".rows-"));
const holds = (cwd: string, part: RegExp) => () => {
  const workshop = workshopOf(cwd);
  return workshop !== undefined && readdirSync(join(cwd, workshop)).some((name) => part.test(name));
};

test.each([
  ["while it reads many events", ["many.ndjson"], /^pieces$/, 1],
  ["twice, while it reads many events", ["many.ndjson"], /^pieces$/, 2],
  ["while it waits for its standard input", ["-"], /\.ndjson$/, 1],
])(
  "conversations that is interrupted %s leaves the file that was there, and nothing else",
  async (_, args, part, presses) => {
    const cwd = folderWith({ "many.ndjson": MANY, "rows.csv": "kept" });

    const { code, stderr, stdout, left } = await interrupted(
      cwd,
      ["conversations", ...args, "--out", "rows.csv"],
      holds(cwd, part),
      presses,
    );

    expect({ code, stdout, left }).toEqual({ code: 130, stdout: "", left: [] });
    if (presses === 1) expect(stderr).toBe("interrupted; nothing was written\n");
    expect(readFileSync(join(cwd, "rows.csv"), "utf8")).toBe("kept");
  },
);

test("usage that is interrupted while it reads ends as any program does, and has printed nothing", async () => {
  const cwd = folderWith({});
  const file = join(root, "environments", "dev.tfvars");
  const started = Date.now();

  const ended = await interrupted(cwd, ["usage", file, "--events", "-"], () => Date.now() - started > 1000);

  expect(ended).toMatchObject({ code: null, signal: "SIGINT", stdout: "", left: [] });
});
