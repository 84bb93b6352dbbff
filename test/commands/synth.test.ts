import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run as runProgram } from "../../commands/run";
import { file } from "../support/environment";
import { ioIn } from "../support/io";

let project: string;
let lines: string[];
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "synth-"));
  lines = [];
  mkdirSync(join(project, "environments"));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

/** Beside file(), with another source. */
const another = () => file().replace('event_source_suffix = "audit"', 'event_source_suffix = "other"');
const write = (name: string, text: string) => writeFileSync(join(project, "environments", name), text);
const run = async (args: string[] = [], env: Record<string, string> = {}) => {
  const { io, stderr } = ioIn(project, { env });
  const code = await runProgram(["synth", ...args], io);
  lines = stderr;
  return code;
};
const output = (...path: string[]) => readFileSync(join(project, "cdktf.out", ...path), "utf8");

test("writes every environment of the folder", async () => {
  write("dev.tfvars", file());
  write(
    "prod.tfvars.json",
    JSON.stringify({
      aws_account_id: "123456789012",
      aws_region: "us-east-1",
      streams: { s: { event_source_suffix: "x", topic_filters: ["v2.routing.queues.{id}.users"] } },
    }),
  );
  write("notes.md", "no environment");

  expect(await run()).toBe(0);
  expect(Object.keys(JSON.parse(output("manifest.json")).stacks)).toEqual(["dev", "prod"]);
  expect(readdirSync(join(project, "cdktf.out"))).toEqual(["manifest.json", "stacks"]);
});

test("leaves earlier output as it was when any environment is wrong, and says all that is", async () => {
  write("dev.tfvars", file());
  await run();
  const before = output("stacks", "dev", "cdk.tf.json");
  write("dev.tfvars", file({ top: 'tags = { a = "b" }' }));
  write("prod.tfvars", "aws_regoin = 1");
  write("test.tfvars", "aws_regoin = 1");

  expect(await run()).toBe(1);
  expect(output("stacks", "dev", "cdk.tf.json")).toBe(before);
  expect(new Set(lines.map((line) => line.split(":")[0]))).toEqual(
    new Set([join("environments", "prod.tfvars"), join("environments", "test.tfvars")]),
  );
  expect(readdirSync(join(project, "cdktf.out", "stacks"))).toEqual(["dev"]);
});

test("writes the one that is asked for, whatever is wrong with others, and leaves these alone", async () => {
  write("dev.tfvars", file());
  write("prod.tfvars", another());
  await run();
  write("prod.tfvars", "aws_regoin = 1");
  write("dev.tfvars", file({ top: 'tags = { a = "b" }' }));

  expect(await run(["dev"])).toBe(0);
  expect(output("stacks", "dev", "cdk.tf.json")).toContain('"a": "b"');
  expect(Object.keys(JSON.parse(output("manifest.json")).stacks)).toEqual(["dev", "prod"]);
});

test("removes the stack of an environment that is gone, and keeps what Terraform put beside the others", async () => {
  write("dev.tfvars", file());
  write("old.tfvars", another());
  await run();
  writeFileSync(join(project, "cdktf.out", "stacks", "dev", ".terraform.lock.hcl"), "");
  rmSync(join(project, "environments", "old.tfvars"));

  expect(await run()).toBe(0);
  expect(readdirSync(join(project, "cdktf.out", "stacks"))).toEqual(["dev"]);
  expect(existsSync(join(project, "cdktf.out", "stacks", "dev", ".terraform.lock.hcl"))).toBe(true);
});

test("honours folders given by the environment, relative to where it runs", async () => {
  mkdirSync(join(project, "elsewhere"));
  writeFileSync(join(project, "elsewhere", "dev.tfvars"), file());

  expect(await run([], { ENVIRONMENTS_DIR: "elsewhere", CDKTF_OUTDIR: "build/out" })).toBe(0);
  const stack = JSON.parse(readFileSync(join(project, "build", "out", "stacks", "dev", "cdk.tf.json"), "utf8"));
  expect(stack.terraform.backend.local.path).toBe("../../../../terraform.dev.tfstate");
});

test("writes nothing that tells where it ran", async () => {
  write("dev.tfvars", file());
  await run();

  expect(output("stacks", "dev", "cdk.tf.json") + output("manifest.json")).not.toContain(project);
});

test.each([
  ["an unknown environment", ["prdo"], {}, 1, /no environment prdo in environments; did you mean prod\?/],
  ["a folder that is not there", [], { ENVIRONMENTS_DIR: "nowhere" }, 1, /nowhere, cannot be read \(ENOENT\)/],
  ["an unknown option", ["--dry-run"], {}, 2, /--dry-run is no option.*usage/s],
  ["HCL output", [], { SYNTH_HCL_OUTPUT: "true" }, 2, /leave out --hcl/],
  [
    "an output folder that is a file",
    [],
    { CDKTF_OUTDIR: "environments/prod.tfvars" },
    1,
    /cannot be written \((EEXIST|ENOTDIR)\)/,
  ],
])("fails on %s, in one line and without output", async (_, args, env, code, message) => {
  write("prod.tfvars", file());

  expect(await run(args, env)).toBe(code);
  expect(lines.join("\n")).toMatch(message);
  expect(existsSync(join(project, "cdktf.out"))).toBe(false);
});

test("fails when two files would be one environment", async () => {
  write("dev.tfvars", file());
  write("Dev.tfvars.json", "{}");

  expect(await run()).toBe(1);
  expect(lines.join()).toMatch(/would be one environment/);
});

test("fails when the folder holds no environment", async () => {
  expect(await run()).toBe(1);
  expect(lines.join()).toMatch(/environments holds no environment file; write one/);
});
