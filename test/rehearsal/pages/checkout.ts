import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseEnvironment } from "../../../config/environment";
import { environmentFiles } from "../../../config/files";
import { copyCheckout } from "../../support/checkout";
import { blocksToFollow } from "../../support/command-blocks";
import { prerequisites, project, rehearse } from "../rig";

/** Copies the checkout, in which a page is followed that makes a plan; `use` returns once nothing of it is wanted any more. */
export async function inCopyOfCheckout<T>(use: (copy: string) => T | Promise<T>): Promise<T> {
  const work = realpathSync(mkdtempSync(join(tmpdir(), "pages-")));
  try {
    const copy = join(work, "checkout");
    mkdirSync(copy);
    copyCheckout(process.cwd(), copy);
    symlinkSync(resolve("node_modules"), join(copy, "node_modules"), "junction");
    return await use(copy);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

export interface Followed {
  /** The environment that the page's commands are about, of the folder `environments` of the copy. */
  readonly environment: string;
  /** A folder whose environments are added. */
  readonly from?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Returns the commands for another environment than the page's. */
  readonly edit?: (commands: string) => string;
}

/** Runs a page's blocks that make a plan, on the rig, and returns what they print. */
export async function followInCheckout(rig: string, page: string, copy: string, how: Followed): Promise<string> {
  const { environment, from, env = {}, edit = (commands) => commands } = how;
  if (from !== undefined) cpSync(from, join(copy, "environments"), { recursive: true });
  await project(["main.ts", environment], {}, copy);
  const [file] = environmentFiles([environment], {
    cwd: copy,
    folder: join(copy, "environments"),
    shown: (path) => path,
  });
  const parsed = file && parseEnvironment(file).environment;
  if (parsed === undefined) throw new Error(`${environment} is wrong`);
  const blocks = blocksToFollow(process.cwd()).filter((block) => block.page === page && block.place === "checkout");
  const commands = edit(blocks.map((block) => block.commands).join(""));
  const stack = join(copy, "cdktf.out", "stacks", environment);
  const { code, output } = await rehearse(
    rig,
    [stack, ...prerequisites(parsed), "run", "bash", "-e", "-o", "pipefail", "-c", commands],
    { CHECKPOINT_DISABLE: "1", ...env },
    copy,
  );
  if (code !== 0 || blocks.length === 0) throw new Error(`${page} ended with ${code}:\n${output.slice(-4000)}`);
  return output;
}
