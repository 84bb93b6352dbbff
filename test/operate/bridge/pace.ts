import { BRIDGE_PACE, type BridgePace } from "../../../operate/bridge/pace";

/** A day in seconds. */
export const FAST: BridgePace = {
  ...BRIDGE_PACE,
  renewMs: 1e8,
  overlapMs: 150,
  doublesMs: 150,
  pingMs: 40,
  silentMs: 600,
  transitMs: 50,
  longestWaitMs: 50,
  checkpointMs: 50,
  reportMs: 1e8,
  refreshMs: 1e8,
  gatherMs: 5,
  drainMs: 5_000,
};
