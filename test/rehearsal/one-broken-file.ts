/**
 * `node bin/run.cjs test/rehearsal/one-broken-file.ts RIG`: with CDKTF's own command line and real Terraform, an environment is deployed
 * beside one whose file is not right, which is refused; asked for all, nothing is deployed.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { file } from "../support/environment";
import { type Outcome, project, rehearse } from "./rig";

const [rig = ""] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "one-broken-"));
const out = join(work, "out");
const env = { ENVIRONMENTS_DIR: join(work, "environments"), CHECKPOINT_DISABLE: "1", CI: "1" };

function write(name: string, text: string): void {
  const state = `state = { backend = "local", path = ${JSON.stringify(join(work, `${name}.tfstate`))} }`;
  writeFileSync(join(env.ENVIRONMENTS_DIR, `${name}.tfvars`), `${text}\n${state}\n`);
}

const cdktf = (...args: string[]): Promise<Outcome> =>
  rehearse(
    rig,
    [
      join(work, "rig", "stacks", "dev"),
      "run",
      "npx",
      "cdktf",
      ...args,
      "--skip-provider-lock",
      "--no-color",
      "--output",
      out,
    ],
    env,
  );

async function expectEnd(code: number, words: RegExp, ...args: string[]): Promise<void> {
  const ended = await cdktf(...args);
  const command = `cdktf ${args.join(" ")}`;
  if (ended.code !== code || !words.test(ended.output.replace(/\s+/g, " "))) {
    throw new Error(`${command} ended with ${ended.code}, without ${words}:\n${ended.output.slice(-3000)}`);
  }
  console.log(`one broken file: ${command} ended with ${code}`);
}

async function main(): Promise<void> {
  try {
    mkdirSync(env.ENVIRONMENTS_DIR);
    write("dev", file());
    write("prod", file().replace('suffix = "audit"', 'suffix = "prod"'));
    await project(["main.ts", "dev"], { ...env, CDKTF_OUTDIR: join(work, "rig") });
    await expectEnd(0, /Plan: \d+ to add/, "diff", "prod");
    write("prod", "aws_regoin = 1");
    const refused = /prod\.tfvars is not right: npm run check/;
    await expectEnd(1, refused, "deploy", "dev", "prod", "--auto-approve");
    if (existsSync(join(work, "dev.tfstate"))) throw new Error("a part was deployed");
    await expectEnd(0, /dead_letter_queue/, "deploy", "dev", "--auto-approve");
    await expectEnd(1, refused, "diff", "prod");
    await expectEnd(1, refused, "destroy", "prod", "--auto-approve");
    await expectEnd(0, /dev .*prod /, "list");
  } finally {
    rmSync(work, { recursive: true });
  }
}

void main();
