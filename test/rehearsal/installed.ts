/**
 * `node bin/run.cjs test/rehearsal/installed.ts RIG`: with nothing but the installed package in a folder, `npx cdktf` shows, deploys and
 * destroys an environment with real Terraform, by the cdktf.json of docs/how-to/use-the-package.md.
 */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npm, packCheckout } from "../support/checkout";
import { file } from "../support/environment";
import { rehearse } from "./rig";

const [rig = ""] = process.argv.slice(2);
const root = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
const work = realpathSync(mkdtempSync(join(tmpdir(), "installed-")));
const folder = join(work, "folder");
const cdktf = join(root, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");

async function expectEnd(words: RegExp, ...args: string[]): Promise<void> {
  const command = [process.execPath, cdktf, ...args, "--skip-provider-lock", "--no-color"];
  const env = { CHECKPOINT_DISABLE: "1", CI: "1", ENVIRONMENTS_DIR: "", CDKTF_OUTDIR: "" };
  const { code, output } = await rehearse(
    rig,
    [join(folder, "cdktf.out", "stacks", "dev"), "run", ...command],
    env,
    folder,
  );
  if (code !== 0 || !words.test(output.replace(/\s+/g, " "))) {
    throw new Error(`cdktf ${args.join(" ")} ended with ${code}, without ${words}:\n${output.slice(-3000)}`);
  }
  console.log(`installed: cdktf ${args.join(" ")} ended with 0`);
}

async function main(): Promise<void> {
  try {
    const [, settings = ""] =
      /```json\n(.*?)```/s.exec(readFileSync(join(root, "docs", "how-to", "use-the-package.md"), "utf8")) ?? [];
    mkdirSync(join(folder, "environments"), { recursive: true });
    writeFileSync(join(folder, "cdktf.json"), settings);
    writeFileSync(join(folder, "environments", "dev.tfvars"), file());
    npm(["install", "--offline", "--no-audit", "--no-fund", packCheckout(root, join(work, "source"))], folder);
    npm(["exec", "--", "genesys-eventbridge", "synth"], folder);
    await expectEnd(/Plan: \d+ to add/, "diff", "dev");
    await expectEnd(/dead_letter_queue/, "deploy", "dev", "--auto-approve");
    await expectEnd(/Destroy complete|Destroying/, "destroy", "dev", "--auto-approve");
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

main();
