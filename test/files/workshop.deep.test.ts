import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inWorkshop } from "../../files/workshop";
import { root } from "../support/committed";
import { file } from "../support/environment";

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "workshop-"));
});
afterEach(() => rmSync(outdir, { recursive: true }));

/** The machine and the process that a workshop of this process names. */
function own(): readonly [machine: string, process: string] {
  const [, machine = "", id = ""] =
    /-([0-9a-f]{8})-(\d+)-/.exec(inWorkshop(outdir, "synth", (workshop) => workshop)) ?? [];
  return [machine, id];
}

function leave(name: string, hoursAgo: number): void {
  mkdirSync(join(outdir, name, "stacks", "dev"), { recursive: true });
  writeFileSync(join(outdir, name, "stacks", "dev", "cdk.tf.json"), "{}");
  const seconds = Date.now() / 1000 - hoursAgo * 3600;
  utimesSync(join(outdir, name), seconds, seconds);
}

test("is gone after a run, also after one that failed", () => {
  expect(inWorkshop(outdir, "synth", (workshop) => existsSync(workshop))).toBe(true);
  expect(() =>
    inWorkshop(outdir, "synth", (workshop) => {
      writeFileSync(join(workshop, "file"), "");
      throw new Error("failed");
    }),
  ).toThrow("failed");
  expect(readdirSync(outdir)).toEqual([]);
});

test("sweeps what runs left that were killed, and nothing else", () => {
  const [machine, running] = own();
  const { pid: ended } = spawnSync(process.execPath, ["-e", "0"]);
  const kept = [
    [`.synth-${machine}-${running}-AAAAAA`, 1],
    [`.synth-00000000-${ended}-BBBBBB`, 1],
    [".synth-CCCCCC", 1],
    [".synth-notes-of-mine", 100],
    [".synth", 100],
    ["synth-DDDDDD", 100],
    [`.synth-${machine}-${ended}-EEEEEE.bak`, 100],
  ] as const;
  const swept = [
    [`.synth-${machine}-${ended}-FFFFFF`, 0],
    [`.synth-00000000-${running}-GGGGGG`, 25],
    [`.update-${machine}-${ended}-FFFFFF`, 0],
    [".synth-HHHHHH", 25],
  ] as const;
  for (const [name, hours] of [...kept, ...swept]) leave(name, hours);
  symlinkSync(root, join(outdir, `.synth-${machine}-${ended}-IIIIII`), "junction");

  own();

  expect(readdirSync(outdir).sort()).toEqual(
    [...kept.map(([name]) => name), `.synth-${machine}-${ended}-IIIIII`].sort(),
  );
  expect(existsSync(join(root, "package.json"))).toBe(true);
});

test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
  "leaves nothing that lasts after %s",
  async (signal) => {
    const environments = join(outdir, "environments");
    mkdirSync(environments);
    const rules = Array.from(
      { length: 4000 },
      (_, n) => `r${n} = { stream = "audit", targets = ["log"], pattern = { detail = { n = ["${n}"] } } }`,
    );
    writeFileSync(
      join(environments, "dev.tfvars"),
      file({ rule: `targets = ["log"] }\n${rules.join("\n")}\nlast = { stream = "audit", targets = ["log"]` }),
    );
    const args = [join(root, "bin", "run.cjs"), "main.ts"];
    const env = { ...process.env, ENVIRONMENTS_DIR: environments, CDKTF_OUTDIR: join(outdir, "out") };
    const leavings = () =>
      (existsSync(env.CDKTF_OUTDIR) ? readdirSync(env.CDKTF_OUTDIR) : []).filter((name) => name.startsWith("."));

    const child = spawn(process.execPath, args, { env, stdio: "ignore" });
    const ended = once(child, "exit");
    while (leavings().length === 0 && child.exitCode === null) await wait(1);
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(leavings()).toHaveLength(1);

    writeFileSync(join(environments, "dev.tfvars"), file());
    expect(spawnSync(process.execPath, args, { env, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(env.CDKTF_OUTDIR)).toEqual(["manifest.json", "stacks"]);
  },
  30_000,
);
