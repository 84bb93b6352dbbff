import type { Statement } from "../aws/policy";
import type { Environment } from "../config/model";
import { adoptPolicy } from "./adopt/policy";
import { backfillPolicy } from "./backfill/policy";
import { bridgePolicy } from "./bridge/policy";
import { redrivePolicy } from "./redrive/policy";
import { replayPolicy } from "./replay/policy";
import { statusPolicy } from "./status/policy";
import { tailPolicy } from "./tail/policy";
import { tracePolicy } from "./trace/policy";
import { usagePolicy } from "./usage/policy";

/** Returns what an operating command must be allowed in AWS, for one environment: that, and on its own resources only. */
export type PolicyOf = (environment: Environment) => readonly Statement[];

/** The policy of every command that asks or changes the account, by the command's name. */
export const policies: Readonly<Record<string, PolicyOf>> = {
  adopt: adoptPolicy,
  backfill: (environment) => backfillPolicy(environment),
  bridge: bridgePolicy,
  redrive: redrivePolicy,
  replay: replayPolicy,
  status: statusPolicy,
  tail: tailPolicy,
  trace: (environment) => tracePolicy(environment, []),
  usage: usagePolicy,
};
