import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run as runProgram } from "../../../commands/run";
import { file } from "../../support/environment";
import { ioIn } from "../../support/io";

let folder: string;
let project: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "manifest-"));
  project = join(folder, "project");
  write("project/environments/dev.tfvars", file());
  write("victim/precious.txt", "precious");
  write("victim/cdk.tf.json", "{}");
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const run = async (...args: string[]) => {
  const { io, stderr } = ioIn(project);
  return { code: await runProgram(["synth", ...args], io), stderr: stderr.join("\n") };
};
const output = (...path: string[]) => join(project, "cdktf.out", ...path);
const manifest = () => JSON.parse(readFileSync(output("manifest.json"), "utf8"));
const victim = () => readdirSync(join(folder, "victim")).sort();
const stackOf = (name: string) => JSON.stringify({ "//": { metadata: { stackName: name } } });
const claiming = (stacks: unknown) =>
  write("project/cdktf.out/manifest.json", JSON.stringify({ version: "0.21.0", stacks }));

const VICTIM = "../../victim";
const entries: Readonly<Record<string, Record<string, unknown>>> = {
  "a folder above": { old: { name: "old", workingDirectory: VICTIM, synthesizedStackPath: `${VICTIM}/cdk.tf.json` } },
  "a file above": {
    old: { name: "old", workingDirectory: "stacks/old", synthesizedStackPath: `${VICTIM}/cdk.tf.json` },
  },
  "a name that goes up": { [`../${VICTIM}`]: { name: `../${VICTIM}`, workingDirectory: `stacks/../${VICTIM}` } },
  "the folder of stacks": { ".": { name: ".", workingDirectory: "stacks/." } },
  "the output": { "..": { name: "..", workingDirectory: "stacks/.." } },
  "a name that every object has": { constructor: { workingDirectory: VICTIM }, toString: { workingDirectory: VICTIM } },
  "entries that are none": { old: null, other: "stacks/old", third: [VICTIM], fourth: { workingDirectory: { a: 1 } } },
};

describe.each(Object.entries(entries))("a manifest that names %s", (_, stacks) => {
  test.each([[[]], [["dev"]]])("makes synth %j touch nothing but its own", async (args) => {
    claiming(stacks);

    expect(await run(...args)).toEqual({ code: 0, stderr: "" });
    expect(victim()).toEqual(["cdk.tf.json", "precious.txt"]);
    expect(readdirSync(output()).sort()).toEqual(["manifest.json", "stacks"]);
    expect(Object.keys(manifest().stacks)).toEqual(["dev"]);
  });
});

test.each(["", "{", "null", "[]", '{"stacks":null}', '{"stacks":[1]}', '"text"'])(
  "a manifest that holds %j is written anew",
  async (text) => {
    write("project/cdktf.out/manifest.json", text);

    expect(await run()).toEqual({ code: 0, stderr: "" });
    expect(Object.keys(manifest().stacks)).toEqual(["dev"]);
  },
);

test("removes of a stack that is gone only what synthesis wrote", async () => {
  for (const name of ["terraform", "empty", "strange", "bare"])
    write(`project/cdktf.out/stacks/${name}/cdk.tf.json`, stackOf(name));
  write("project/cdktf.out/stacks/terraform/.terraform.lock.hcl", "lock");
  write("project/cdktf.out/stacks/terraform/.terraform/terraform.tfstate", "{}");
  write("project/cdktf.out/stacks/strange/cdk.tf.json", stackOf("another"));
  rmSync(output("stacks", "bare", "cdk.tf.json"));
  claiming({ terraform: {}, empty: {}, strange: {}, bare: {} });

  expect(await run()).toEqual({ code: 0, stderr: "" });
  expect(readdirSync(output("stacks"), { recursive: true }).sort()).toEqual([
    "bare",
    "dev",
    join("dev", "cdk.tf.json"),
    "strange",
    join("strange", "cdk.tf.json"),
    "terraform",
    join("terraform", ".terraform"),
    join("terraform", ".terraform.lock.hcl"),
    join("terraform", ".terraform", "terraform.tfstate"),
  ]);
});

test.each([
  ["the folder of stacks", "stacks", "victim"],
  ["a stack", join("stacks", "dev"), "victim"],
])("refuses to write through a link in the place of %s", async (_, place, target) => {
  mkdirSync(dirname(output(place)), { recursive: true });
  symlinkSync(join(folder, target), output(place), "junction");

  const { code, stderr } = await run();

  expect(code).toBe(1);
  expect(stderr).toBe(`${output(place)} is a link, and nothing is written through one; remove it`);
  expect(victim()).toEqual(["cdk.tf.json", "precious.txt"]);
  expect(readFileSync(join(folder, "victim", "cdk.tf.json"), "utf8")).toBe("{}");
  expect(readdirSync(output()).filter((name) => name.startsWith(".synth"))).toEqual([]);
});

test("replaces links in the place of its files, and follows none of a stack that is gone", async () => {
  write("project/cdktf.out/stacks/dev/x", "");
  symlinkSync(join(folder, "victim", "precious.txt"), output("stacks", "dev", "cdk.tf.json"));
  symlinkSync(join(folder, "victim", "precious.txt"), output("manifest.json"));
  expect((await run()).code).toBe(0);

  write("victim/cdk.tf.json", stackOf("old"));
  symlinkSync(join(folder, "victim"), output("stacks", "old"), "junction");
  claiming({ old: {} });
  expect((await run()).code).toBe(0);

  expect(readFileSync(join(folder, "victim", "precious.txt"), "utf8")).toBe("precious");
  expect(victim()).toEqual(["cdk.tf.json", "precious.txt"]);
  expect(lstatSync(output("stacks", "dev", "cdk.tf.json")).isFile()).toBe(true);
  expect(existsSync(output("stacks", "old"))).toBe(true);
});

test("one environment's synthesis drops from the manifest what is not there any more", async () => {
  write("project/environments/prod.tfvars", file().replace('suffix = "audit"', 'suffix = "prod"'));
  await run();
  rmSync(output("stacks", "prod"), { recursive: true });

  expect((await run("dev")).code).toBe(0);
  expect(Object.keys(manifest().stacks)).toEqual(["dev"]);
});
