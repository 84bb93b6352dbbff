/**
 * `node bin/run.cjs test/rehearsal/table/index.ts RIG [--edits]`: deploys a table with the owner's key. Events in order, out of order and twice
 * leave the newest; with each permission of either role taken away, one at a time, exactly that event is a dead letter, or what is
 * told here happens. With --edits, which takes ten minutes, also edits one key at a time. The rig runs the same file inside.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { project, rehearse } from "../rig";
import { rehearseEdits } from "./edits";

const INSIDE = "--inside";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
/** Known when it is synthesized, so that the key's policy is text. */
const ORGANIZATION = 'organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de"';

async function outside([rig = "", edits]: readonly string[]): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "table-"));
  try {
    const folder = join(work, "environments");
    mkdirSync(folder);
    const file = readFileSync("environments/users.tfvars", "utf8");
    writeFileSync(join(folder, "users.tfvars"), `kms_key_arn = "${KEY}"\n${ORGANIZATION}\n${file}`);
    await project(["main.ts"], { ENVIRONMENTS_DIR: folder, CDKTF_OUTDIR: work });
    const stack = join(work, "stacks", "users");
    const inside = [process.execPath, "bin/run.cjs", "test/rehearsal/table/index.ts", INSIDE, stack, KEY];
    const { code, output } = await rehearse(rig, [stack, "with", "--", ...inside]);
    console.log(
      output
        .split("\n")
        .filter((line) => line.startsWith("table: "))
        .join("\n"),
    );
    if (code !== 0) throw new Error(output.slice(-6000));
    if (edits === "--edits") await rehearseEdits(rig, work);
  } finally {
    rmSync(work, { recursive: true });
  }
}

async function main([first = "", ...others]: readonly string[]): Promise<void> {
  if (first !== INSIDE) return outside([first, ...others]);
  const [stack = "", key = ""] = others;
  // Here alone there is an account for the SDK's clients.
  const { rehearseItems } = await import("./items");
  await rehearseItems(stack, key);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
