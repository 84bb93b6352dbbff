import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/committed";
import { copyOfRepository, emptyFolder, installed, pack, programOf } from "./packed";

test("the packed program makes rows with DuckDB beside it, or in the project, and else says how to install it", () => {
  const folder = installed(pack(copyOfRepository()));
  const project = emptyFolder();
  const events = readFileSync(join(root, "docs", "examples", "conversations.ndjson"));
  for (const at of [folder, project]) writeFileSync(join(at, "calls.ndjson"), events);
  const run = (cwd: string) =>
    spawnSync(process.execPath, [programOf(folder), "conversations", "calls.ndjson", "--format", "csv"], {
      cwd,
      env: { PATH: process.env.PATH },
      encoding: "utf8",
    });

  const without = run(folder);
  const withDuckDb = [folder, project].map((at) => {
    const peer = join(at, "node_modules", "@duckdb");
    mkdirSync(join(at, "node_modules"), { recursive: true });
    symlinkSync(join(root, "node_modules", "@duckdb"), peer, "junction");
    const ended = run(at);
    rmSync(peer);
    return ended;
  });

  expect(without).toMatchObject({
    status: 1,
    stdout: "",
    stderr: expect.stringMatching(/^conversations works with DuckDB, .*: npm install @duckdb\/node-api@\S+\n$/),
  });
  for (const { status, stderr, stdout } of withDuckDb) {
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.trim().split("\n")).toHaveLength(4);
  }
}, 120_000);
