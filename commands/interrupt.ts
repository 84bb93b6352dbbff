import { INTERRUPTED } from "./confirm";
import type { Io } from "./io";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does work that may be told to end before its time: by Ctrl+C and its kin, or as nobody reads its output any more.
 *
 * @param insisted what each further signal does; by itself it ends the program at once
 */
export async function interruptible<Result>(
  io: Io,
  work: (signal: AbortSignal) => Promise<Result>,
  insisted: () => void = () => process.exit(INTERRUPTED),
): Promise<Result> {
  const controller = new AbortController();
  const end = () => (controller.signal.aborted ? insisted() : controller.abort());
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  io.beforeStop?.(() => {
    controller.abort();
    return finished;
  });
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
    finish();
  }
}
