import type { Context } from "./conditions";

export const EVENTS = "events.amazonaws.com";

/** A call that a policy is to allow. */
export interface Request {
  /** The service that calls; undefined where a role calls, whose own policies name nobody. */
  readonly service?: string;
  readonly action: string;
  /** The ARN; undefined where it is known after the apply only. */
  readonly resource: string | undefined;
  readonly context: Context;
  /** The reason why no condition at all may stand in the way, where AWS says so. */
  readonly conditionless?: string;
}

/** Keys that no call of a service itself carries (IAM user guide, "Global condition keys"; read 2026-11). */
const OF_IDENTITIES = [
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:referer",
  "aws:sourceidentity",
  "aws:sourceowner",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:userid",
  "aws:username",
];

export interface Caller {
  readonly service: string;
  readonly account: string;
  readonly region: string;
}

/** Returns what a call of a service carries, with what it says of where the call comes from. */
export function contextOf(
  { service, account, region }: Caller,
  source: Readonly<Record<string, string | null>>,
): Context {
  return new Map<string, string | null>([
    ...OF_IDENTITIES.map((key) => [key, null] as const),
    ["aws:principalisawsservice", "true"],
    ["aws:principalservicename", service],
    ["aws:requestedregion", region],
    ["aws:resourceaccount", account],
    ["aws:securetransport", "true"],
    ["aws:viaawsservice", "false"],
    ...Object.entries(source).map(([key, value]) => [key.toLowerCase(), value] as const),
  ]);
}
