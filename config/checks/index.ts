import { accessLogsCheck } from "./access-logs";
import { addressesCheck } from "./addresses";
import type { Check } from "./check";
import { destinationsCheck } from "./destinations";
import { monitoringCheck } from "./monitoring";
import { ownArnsCheck } from "./own-arns";
import { patternsCheck } from "./patterns";
import { placesCheck } from "./places";
import { redundantRulesCheck } from "./redundant-rules";
import { rulesCheck } from "./rules";
import { sizesCheck } from "./sizes";
import { streamsCheck } from "./streams";
import { tagsCheck } from "./tags";
import { topicsCheck } from "./topics";

/** The checks of one environment, in the order in which they run. */
export const checks: readonly Check[] = [
  placesCheck,
  tagsCheck,
  streamsCheck,
  rulesCheck,
  patternsCheck,
  redundantRulesCheck,
  destinationsCheck,
  accessLogsCheck,
  ownArnsCheck,
  sizesCheck,
  addressesCheck,
  monitoringCheck,
  topicsCheck,
];
