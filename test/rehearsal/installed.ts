/**
 * `node bin/run.cjs test/rehearsal/installed.ts RIG`: with nothing but the installed package in a folder, `npx cdktf` shows, deploys and
 * destroys an environment with real Terraform, by the cdktf.json of docs/how-to/use-the-package.md; and the app of that page, with the
 * packages beside it that a registry has, writes its stacks.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { npm, packCheckout } from "../support/checkout";
import { blocksToFollow } from "../support/command-blocks";
import { file } from "../support/environment";
import { rehearse } from "./rig";

const [rig = ""] = process.argv.slice(2);
const root = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
const work = realpathSync(mkdtempSync(join(tmpdir(), "installed-")));
const page = readFileSync(join(root, "docs", "how-to", "use-the-package.md"), "utf8");
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

/** Installs what the page says into a folder of an app's own, and runs the page's app. */
function useLibrary(tarball: string): void {
  const app = join(work, "app");
  mkdirSync(app);
  cpSync(tarball, join(app, basename(tarball)));
  cpSync(join(root, "environments"), join(app, "environments"), { recursive: true });
  const run = (program: string, ...args: string[]) => {
    const env = {
      ...process.env,
      npm_config_prefer_offline: "true",
      npm_config_audit: "false",
      npm_config_fund: "false",
    };
    execFileSync(program, args, { cwd: app, env, stdio: ["ignore", "pipe", "inherit"] });
  };
  const blocks = blocksToFollow(root).filter(({ place }) => place === "library");
  for (const { commands } of blocks) run("bash", "-e", "-c", commands);
  writeFileSync(join(app, "app.ts"), /```ts\n(.*?)```/s.exec(page)?.[1] ?? "");
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const types = join(root, "node_modules", "@types");
  const options = ["--strict", "--skipLibCheck", "--module", "node16", "--types", "node", "--typeRoots", types];
  run(process.execPath, tsc, "app.ts", ...options);
  run(process.execPath, "app.js");
  if (!existsSync(join(app, "cdktf.out", "stacks", "dev", "cdk.tf.json"))) throw new Error("the app wrote no stack");
  console.log(`installed: the app of docs/how-to/use-the-package.md writes its stack`);
}

async function main(): Promise<void> {
  try {
    const [, settings = ""] = /```json\n(.*?)```/s.exec(page) ?? [];
    mkdirSync(join(folder, "environments"), { recursive: true });
    writeFileSync(join(folder, "cdktf.json"), settings);
    writeFileSync(join(folder, "environments", "dev.tfvars"), file());
    const tarball = packCheckout(root, join(work, "source"));
    npm(["install", "--offline", "--no-audit", "--no-fund", tarball], folder);
    npm(["exec", "--", "genesys-eventbridge", "synth"], folder);
    await expectEnd(/Plan: \d+ to add/, "diff", "dev");
    await expectEnd(/dead_letter_queue/, "deploy", "dev", "--auto-approve");
    await expectEnd(/Destroy complete|Destroying/, "destroy", "dev", "--auto-approve");
    useLibrary(tarball);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

main();
