import type { Draft } from "../../model";
import { defineAcrossCheck, repeats } from "./across-check";

/** Finds stacks with one state, which would destroy each other's resources at every apply. */
export const statesAcross = defineAcrossCheck({
  name: "states",
  says: ["same-state"],
  run: (files) =>
    repeats(
      files,
      ({ draft }) => stateOf(draft),
      (key) => key,
      (_, other) => ({
        id: "same-state",
        path: ["state"],
        message: `is the state of ${other.path} too, and each would destroy what the other made; give each environment a state of its own`,
      }),
    ),
});

/** Returns where the state lies, or nothing where it lies beside the project under the environment's name. */
function stateOf({ top: { state } }: Draft): string[] {
  if (state === undefined) return [];
  if (state.backend === "s3") return [`s3 ${state.bucket} ${state.key}`];
  if (state.backend === "cloud") return [`cloud ${state.hostname} ${state.organization} ${state.workspace}`];
  if (state.backend === "http") return [`http ${state.address}`];
  return state.path === undefined ? [] : [`local ${state.path}`];
}
