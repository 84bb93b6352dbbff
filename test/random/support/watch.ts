import { Worker } from "node:worker_threads";
import { SECONDS } from "./sound-run";

const TEXT_BYTES = 1 << 20;
const GRACE_SECONDS = 20;
const state = new Int32Array(new SharedArrayBuffer(8));
const text = Buffer.from(new SharedArrayBuffer(TEXT_BYTES));

/** A case that does not end cannot be interrupted from within: this thread shows it and ends the process. */
const worker = new Worker(
  `const { workerData: { state, text, seconds } } = require("node:worker_threads");
   setInterval(() => {
     const started = Atomics.load(state, 0);
     if (started === 0 || Date.now() / 1000 - started < seconds) return;
     const shown = Buffer.from(text).subarray(0, Atomics.load(state, 1)).toString();
     require("node:fs").writeSync(2, "\\na case hangs for more than " + seconds + " seconds:\\n" + shown + "\\n");
     process.kill(process.pid, "SIGKILL");
   }, 1000);`,
  { eval: true, workerData: { state, text, seconds: SECONDS + GRACE_SECONDS } },
);
worker.unref();

/** Runs a case under watch. */
export async function watched<Result>(shown: string, run: () => Promise<Result>): Promise<Result> {
  Atomics.store(state, 1, text.write(shown.slice(0, TEXT_BYTES / 4)));
  Atomics.store(state, 0, Math.floor(Date.now() / 1000));
  try {
    return await run();
  } finally {
    Atomics.store(state, 0, 0);
  }
}
