import { FilesProblem } from "../../files/files-problem";
import { Bridge } from "../../operate/bridge/bridge";
import type { Checkpoint } from "../../operate/bridge/checkpoint";
import { Outbox, type Put } from "../../operate/bridge/outbox";
import { BRIDGE_PACE, type BridgePace } from "../../operate/bridge/pace";
import type { Figures, Sink } from "../../operate/bridge/sink";
import type { GenesysCloud } from "../../operate/genesys/cloud";
import type { Subscribed } from "../../streams/stream-type";
import { plural } from "../../text/words";

/** What a run of the bridge is made of. */
export interface Run {
  readonly subscribed: Subscribed;
  readonly cloud: GenesysCloud;
  /** A bus, with the source of its events; or what else takes events. */
  readonly to: { readonly bus: string; readonly source: string; readonly put: Put } | Sink;
  readonly checkpoint?: Checkpoint;
  readonly pace?: BridgePace;
  /** Ends it. */
  readonly ending: AbortSignal;
  /** The milliseconds, from when its channels are open, after which it ends. */
  readonly length?: number | undefined;
  say(words: string): void;
  figures(figures: Figures): void;
  alive(): void;
}

/** Runs a bridge until it is told to end. @returns the exit code: 1 where something could not be put @throws FilesProblem where it cannot begin */
export async function runBridge({
  to,
  ending,
  pace = BRIDGE_PACE,
  subscribed,
  length,
  say,
  ...parts
}: Run): Promise<number> {
  const full = new AbortController();
  const told = {
    say,
    full: () => full.abort(),
    refused: (gap: Parameters<Bridge["lost"]>[0], why: string) => {
      say(why);
      bridge.lost(gap);
    },
  };
  const sink = "put" in to ? new Outbox(to.source, to.put, to.bus, told, pace) : to;
  const bridge = new Bridge({ ...parts, settings: subscribed, sink, pace, say });
  try {
    await bridge.start();
    const end = length === undefined ? [] : [AbortSignal.timeout(length)];
    await ended(AbortSignal.any([ending, full.signal, ...end]));
  } catch (error) {
    await bridge.stop(false).catch(() => undefined);
    throw error;
  }
  if (full.signal.aborted) {
    say(
      `the buffer is full, with ${plural(sink.waiting, "event")} that the bus has not taken: the bridge ends, and says when it is started again which are missing`,
    );
    await bridge.stop(false);
    return 1;
  }
  if (await bridge.stop()) return 0;
  throw new FilesProblem(
    `${plural(sink.waiting, "event")} could not be put in time; what is missing is said at the next start`,
  );
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
