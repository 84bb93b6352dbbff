// Runs before `npm pack` reads the files: builds what the package holds, then puts the published manifest into its place.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { handOver, lock } from "./lock.mjs";
import { keepOwn, putBack, putPublished } from "./manifest.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
await lock(root).catch(fail);
putBack(root);
const { buildPackage } = await import("./build.mjs").catch(failForPackages);
await buildPackage(root);
keepOwn(root);
// For an npm that is stopped before it runs postpack; in a group of its own, which Ctrl-C does not reach.
const guard = fileURLToPath(new URL("guard.mjs", import.meta.url));
const guarding = spawn(process.execPath, [guard, String(process.ppid)], { detached: true, stdio: "ignore" });
guarding.unref();
handOver(root, guarding.pid);
putPublished(root);

function failForPackages(error) {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  const [message] = error.message.split("\n");
  fail(new Error(`npm pack needs the packages that this repository is developed with (${message}); run npm ci`));
}

function fail({ message }) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
