import type { AcrossCheck } from "./across-check";
import { logPoliciesAcross } from "./log-policies";
import { namesAcross } from "./names";
import { sourcesAcross } from "./sources";
import { statesAcross } from "./states";

/** The checks of several environments side by side, in the order in which they run. */
export const acrossChecks: readonly AcrossCheck[] = [namesAcross, statesAcross, sourcesAcross, logPoliciesAcross];
