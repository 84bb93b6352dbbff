/**
 * `node bin/run.cjs test/rehearsal/tutorial.ts RIG`: follows docs/tutorial.md command by command, from an empty folder and the packed
 * package, and delivers its event; then runs the other command blocks that want the package or an account. Says what is run nowhere.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { packCheckout } from "../support/checkout";
import { blocksToFollow, type CommandBlock } from "../support/command-blocks";
import { withAws } from "./pages/aws";
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
    const missing = /cdktf diff/.test(commands) ? plannedBy(page).filter((words) => !output.includes(words)) : [];
    if (missing.length > 0) throw new Error(`${page}:${line} does not say ${missing}:\n${output.slice(-1500)}`);
  } else {
    const [program, ...args] = shell;
    execFileSync(program, args, { cwd: folder, stdio: "pipe", env: { ...process.env, ...env } });
  }
  console.log(`${page}:${line}: done`);
}

/** Returns what a page says of a plan: the count, and the addresses that it lists. */
function plannedBy(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8");
  const counts = [...text.matchAll(/^(?:It says `)?(Plan: .*? to destroy)/gm)].map(([, count = ""]) => count);
  const listed = [...text.matchAll(/^ (?: \+|<=) ((?:data\.)?\w+\.[\w-]+)\b/gm)].map(([, address]) => `# ${address} `);
  return [...counts, ...listed];
}

/** Sends the tutorial's event, and expects that the command with which the tutorial looks for it prints it, whole. */
async function deliver(): Promise<void> {
  const path = withAws();
  if (path === undefined) return;
  const event = join(folder, "event.json");
  const command = [process.execPath, "bin/run.cjs", "test/rehearsal/pages/block.ts", TUTORIAL];
  const { code, output } = await rehearse(rig, [stack, "with", event, "--", ...command], { PATH: path }, root);
  const found = output.split("\n").filter((line) => line.startsWith('{"version"'));
  const sent = JSON.parse(readFileSync(event, "utf8"));
  if (code !== 0 || found.length !== 1 || !isDeepStrictEqual(JSON.parse(found[0] ?? ""), sent))
    throw new Error(`${TUTORIAL} does not show its event:\n${output}`);
  console.log(`${TUTORIAL}: its event is delivered, and shown`);
}

async function main(): Promise<void> {
  try {
    const tarball = packCheckout(root, join(work, "source"));
    mkdirSync(folder);
    cpSync(tarball, join(folder, basename(tarball)));
    const [, event = ""] = /^```json\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, TUTORIAL), "utf8")) ?? [];
    writeFileSync(join(folder, "event.json"), event);
    const blocks = blocksToFollow(root);
    for (const block of blocks.filter(({ page }) => page === TUTORIAL)) {
      if (block.place === "account") await deliver();
      else await follow(block);
    }
    const others = blocks.filter(({ page, place }) => page !== TUTORIAL && (place === "rig" || place === "package"));
    // The README's commands are about the README's example.
    const [, example = ""] = /^```hcl\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
    writeFileSync(join(folder, "environments", "dev.tfvars"), example);
    for (const block of others) {
      // Every page finds an account in which nothing is deployed.
      rmSync(join(folder, "terraform.dev.tfstate"), { force: true });
      await follow(block);
    }
    for (const { page, line, reason } of blocks.filter(({ place }) => place === "skip"))
      console.log(`${page}:${line} is run nowhere: ${reason}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
