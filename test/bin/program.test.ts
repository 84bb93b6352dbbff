import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
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
