import type { Finding } from "../../text/issue";
import type { Draft } from "../model";
import { accessLogFindings } from "./access-logs";
import { addressFindings } from "./addresses";
import { destinationFindings } from "./destinations";
import { monitoringFindings } from "./monitoring";
import { ownArnFindings } from "./own-arns";
import { patternFindings } from "./patterns";
import { placeFindings } from "./places";
import { redundantRules } from "./redundant-rules";
import { ruleFindings } from "./rules";
import { sizeFindings } from "./sizes";
import { streamFindings } from "./streams";
import { tagFindings } from "./tags";
import { topicChecks } from "./topics";

/** What no single value shows: each looks at the whole environment. */
export const checks: readonly ((draft: Draft) => Finding[])[] = [
  placeFindings,
  tagFindings,
  streamFindings,
  ruleFindings,
  patternFindings,
  redundantRules,
  destinationFindings,
  accessLogFindings,
  ownArnFindings,
  sizeFindings,
  addressFindings,
  monitoringFindings,
  topicChecks,
];
