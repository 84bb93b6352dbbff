import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { environmentText } from "../../bench/input";
import { root } from "../support/committed";

const program = (args: readonly string[], input: string | Uint8Array = "") => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "bin", "genesys-eventbridge.mjs"), ...args],
    {
      cwd: join(root, "docs"),
      input,
      encoding: "utf8",
    },
  );
  return { status, stdout, stderr };
};

test("is a program of its own, in whatever folder it is run", () => {
  const { status, stdout } = program(["check", "../environments/dev.tfvars", "--json"]);

  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    files: [join("..", "environments", "dev.tfvars")].map((file) => join(root, "docs", file)),
    issues: [],
  });
});

test("reads events from its standard input, compressed or not, and says its exit code", () => {
  const event = readFileSync(join(root, "data", "sample-events", "user-presence.json"));

  for (const input of [event, gzipSync(event)]) {
    const { status, stdout } = program(["trace", "presence", "--event", "-", "--json"], input);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ place: "standard input", topic: "v2.users.{id}.presence" });
  }
  expect(program(["trace", "presence", "--event", "-"], "{}").status).toBe(1);
  expect(program(["trcae"]).status).toBe(2);
});

test("reports on 300 rules in at most two seconds", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  const file = join(folder, "many.tfvars");
  writeFileSync(file, environmentText(300));
  const seconds = () => {
    const start = performance.now();
    const { status, stdout } = program(["report", file]);
    expect({ status, end: stdout.slice(-8) }).toEqual({ status: 0, end: "</html>\n" });
    return (performance.now() - start) / 1000;
  };
  try {
    // The first run bundles the program; whatever else the machine does, one of the others is left alone.
    const best = [1, 2, 3, 4, 5, 6].reduce((best) => (best <= 2 ? best : Math.min(best, seconds())), seconds());
    expect(best).toBeLessThanOrEqual(2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
