import type { ReplayAccount, SeenReplay } from "../../operate/replay/account";
import { followed } from "../../operate/replay/follow";
import { interruptible } from "../interrupt";
import type { Io } from "../io";
import { Progress } from "../progress";
import { timeText } from "../time";

/** Where nothing replaces lines, as in CI: how often one says how far it is. */
const LINE_MILLISECONDS = 60_000;

/**
 * Follows a replay to its end, on a line of progress or by a line a minute.
 *
 * @returns the last that was seen of it; undefined where somebody has interrupted
 */
export function follow(account: ReplayAccount, name: string, io: Io): Promise<SeenReplay | undefined> {
  return interruptible(io, (signal) => {
    const interrupted = new Promise<undefined>((resolve) => {
      signal.addEventListener("abort", () => resolve(undefined));
    });
    return Promise.race([toTheEnd(account, name, signal, io), interrupted]);
  });
}

async function toTheEnd(account: ReplayAccount, name: string, signal: AbortSignal, io: Io) {
  let progress: Progress | undefined;
  let last: SeenReplay | undefined;
  let done = 0;
  let said = performance.now();
  try {
    for await (const replay of followed(account, name, signal)) {
      last = replay;
      const total = replay.to.getTime() - replay.from.getTime();
      progress ??= new Progress(
        { total, done: () => (last?.reached ? `events of ${timeText(last.reached)}` : "") },
        io,
      );
      const reached = (replay.reached ?? replay.from).getTime() - replay.from.getTime();
      progress.add(Math.max(0, reached - done));
      done = Math.max(done, reached);
      if (io.progress === undefined && performance.now() - said > LINE_MILLISECONDS) {
        said = performance.now();
        io.stderr(`${name}: ${replay.reached ? `events of ${timeText(replay.reached)}` : replay.state}`);
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    progress?.end();
  }
  return signal.aborted ? undefined : last;
}
