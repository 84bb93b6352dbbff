/**
 * `node bin/run.cjs test/rehearsal/tutorial.ts RIG`: follows docs/tutorial.md command by command, from an empty folder and the packed
 * package, and delivers its event; then runs the other command blocks that want the package or an account. Says what is run nowhere.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { packCheckout } from "../support/checkout";
import { blocksToFollow, type CommandBlock } from "../support/command-blocks";
import { rehearse } from "./rig";

const TUTORIAL = "docs/tutorial.md";
const [rig = ""] = process.argv.slice(2);
const root = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
const work = realpathSync(mkdtempSync(join(tmpdir(), "tutorial-")));
const folder = join(work, "folder");
const stack = join(folder, "cdktf.out", "stacks", "dev");
const env = {
  CHECKPOINT_DISABLE: "1",
  CI: "1",
  ENVIRONMENTS_DIR: "",
  CDKTF_OUTDIR: "",
  npm_config_prefer_offline: "true",
};

/**
 * What a page says, with no more than this added: `cdktf deploy` asks Terraform's registry for checksums, whatever provider is there, and
 * a person for a yes.
 */
const asFollowed = (commands: string) =>
  commands
    .replace(/^(npx cdktf .*?) *(#.*)?$/gm, "$1 --skip-provider-lock --no-color")
    .replace(/^npx cdktf deploy (?!.*--auto-approve).*$/gm, "$& --auto-approve");

async function follow({ page, line, place, commands }: CommandBlock): Promise<void> {
  const shell = ["bash", "-e", "-c", asFollowed(commands)] as const;
  if (place === "rig") {
    const { code, output } = await rehearse(
      rig,
      [stack, "--world", join(work, `${basename(page)}.json`), "run", ...shell],
      env,
      folder,
    );
    if (code !== 0) throw new Error(`${page}:${line} ended with ${code}:\n${output.slice(-3000)}`);
    const plan = /^It says `(Plan: .*?)`/m.exec(readFileSync(join(root, page), "utf8"))?.[1] ?? "";
    if (/cdktf diff/.test(commands) && !output.includes(plan))
      throw new Error(`${page}:${line} does not say ${plan}:\n${output.slice(-1500)}`);
  } else {
    const [program, ...args] = shell;
    execFileSync(program, args, { cwd: folder, stdio: "pipe", env: { ...process.env, ...env } });
  }
  console.log(`${page}:${line}: done`);
}

/** Sends the tutorial's event, and expects it in the log group that the tutorial reads. */
async function deliver(): Promise<void> {
  const { output } = await rehearse(rig, [stack, "send", join(folder, "event.json")]);
  const [, group = ""] = /aws logs tail (\S+)/.exec(readFileSync(join(root, TUTORIAL), "utf8")) ?? [];
  const arrived = output.split("\n").some((row) => row.includes(`log-group:${group}"`) && row.includes('"delivered"'));
  if (!arrived) throw new Error(`the event of ${TUTORIAL} does not arrive in ${group}:\n${output}`);
  console.log(`${TUTORIAL}: its event is delivered to ${group}`);
}

async function main(): Promise<void> {
  try {
    const tarball = packCheckout(root, join(work, "source"));
    mkdirSync(folder);
    cpSync(tarball, join(folder, basename(tarball)));
    const [, event = ""] = /^```json\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, TUTORIAL), "utf8")) ?? [];
    writeFileSync(join(folder, "event.json"), event);
    const blocks = blocksToFollow(root);
    const followed = blocks.filter(({ page, place }) => page === TUTORIAL && place !== "skip");
    for (const block of followed) {
      if (/cdktf destroy/.test(block.commands)) await deliver();
      await follow(block);
    }
    const others = blocks.filter(({ page, place }) => page !== TUTORIAL && (place === "rig" || place === "package"));
    for (const block of others) {
      // Every page finds an account in which nothing is deployed.
      rmSync(join(folder, "terraform.dev.tfstate"), { force: true });
      await follow(block);
    }
    const nowhere = blocks.filter(({ place }) => place === "skip");
    console.log(`run nowhere: ${nowhere.map(({ page, line, reason }) => `${page}:${line} (${reason})`).join(", ")}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
