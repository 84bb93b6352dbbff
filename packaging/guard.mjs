// `guard.mjs PID`: puts package.json back where npm was stopped between prepack and postpack; then another run may begin.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isRunning, unlock } from "./lock.mjs";
import { putBack } from "./manifest.mjs";

/** A process of which it is not known whether it is npm or its shell, which ends at once, is waited for so long. */
const LONGEST_MILLISECONDS = 15_000;
const STEP_MILLISECONDS = 100;
/** By then a shell between npm and prepack has ended, and whoever is still there is npm. */
const SHELL_MILLISECONDS = 300;

const root = fileURLToPath(new URL("..", import.meta.url));
const parent = Number(process.argv[2]);
const begun = Date.now();
let npm = false;

const watch = setInterval(() => {
  const passed = Date.now() - begun;
  const there = isRunning(parent);
  npm ||= there && passed > SHELL_MILLISECONDS;
  const kept = existsSync(`${root}package.json.own`);
  if (kept && !(npm && !there) && passed <= LONGEST_MILLISECONDS) return;
  clearInterval(watch);
  try {
    if (kept) putBack(root);
  } finally {
    unlock(root);
  }
}, STEP_MILLISECONDS);
