import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { run } from "../../../commands/run";
import { functionCode } from "../../../modules/function-code";
import { inFolderOf } from "../../commands/run";
import { file } from "../../support/environment";
import { ioIn } from "../../support/io";

const AUTH = '{ type = "token", header = "X-Token", secret = { ssm_parameter = "/t" } }';
const HOOKS = file().replace(/streams = [\s\S]*?\n} }/, `streams = { audit = { type = "https", auth = ${AUTH} } }`);

async function inProject(use: (at: (...path: string[]) => string, synth: () => Promise<number>) => Promise<void>) {
  await inFolderOf({ "environments/dev.tfvars": HOOKS }, async (folder) => {
    const at = (...path: string[]) => join(folder, ...path);
    await use(at, () => run(["synth"], ioIn(folder).io));
  });
}

test("writes the code of a stack's functions beside its file, with the hash that this has", () =>
  inProject(async (at, synth) => {
    expect(await synth()).toBe(0);
    const archive = readFileSync(at("cdktf.out", "stacks", "dev", "functions", "https.zip"));
    const { resource } = JSON.parse(readFileSync(at("cdktf.out", "stacks", "dev", "cdk.tf.json"), "utf8"));

    expect(resource.aws_lambda_function.audit_receive).toMatchObject({
      filename: "functions/https.zip",
      source_code_hash: createHash("sha256").update(archive).digest("base64"),
    });
    expect(Buffer.from(unzipSync(archive)["index.js"] ?? []).toString()).toBe(functionCode("https"));
  }));

test("removes code that no function has any more, and keeps somebody's own file", () =>
  inProject(async (at, synth) => {
    await synth();
    const functions = at("cdktf.out", "stacks", "dev", "functions");
    writeFileSync(join(functions, "earlier.zip"), "");
    writeFileSync(join(functions, "notes.md"), "");
    await synth();
    expect(readdirSync(functions).sort()).toEqual(["https.zip", "notes.md"]);

    rmSync(join(functions, "notes.md"));
    writeFileSync(at("environments", "dev.tfvars"), file());
    expect(await synth()).toBe(0);
    expect(existsSync(functions)).toBe(false);
  }));

test("writes nothing through a link", () =>
  inProject(async (at, synth) => {
    await synth();
    rmSync(at("cdktf.out", "stacks", "dev", "functions"), { recursive: true });
    mkdirSync(at("elsewhere"));
    symlinkSync(at("elsewhere"), at("cdktf.out", "stacks", "dev", "functions"), "junction");

    expect(await synth()).toBe(1);
    expect(readdirSync(at("elsewhere"))).toEqual([]);
  }));
