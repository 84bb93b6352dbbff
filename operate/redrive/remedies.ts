/**
 * What to do about each cause, by the codes of EventBridge (user guide, "Using dead-letter queues to process undelivered events",
 * rule-dlq, 2026-11, which calls its list a sample). No code says more than its name does: the rest is what the message and the
 * target's own metrics tell.
 */
const REMEDIES: Readonly<Record<string, string>> = {
  CONNECTION_FAILURE:
    "the endpoint or its connection could not be reached: see to its address, its certificate and the connection's state",
  CROSS_ACCOUNT_INGESTION_FAILED:
    "the other account's bus did not take it: its policy must let this account put events",
  CROSS_REGION_INGESTION_FAILED: "the bus of the other region did not take it: see to that bus and its policy",
  ERROR_FROM_TARGET: "the target answered with an error: its own logs say which",
  EVENTS_IN_BATCH_REQUEST_REJECTED: "the target refused the request that it was in together with others: send it back",
  FAILED_TO_ASSUME_ROLE:
    "EventBridge may not assume the target's role: deploy again, so that the role and its trust are as in the file",
  INTERNAL_ERROR: "EventBridge failed by itself: send it back",
  INVALID_JSON: "what the target makes of the event is no JSON: trace shows which value breaks it; change the template",
  INVALID_PARAMETER:
    "the target does not take what it gets: it is too large, or in a form that it refuses; trace shows what it gets",
  NO_PERMISSIONS:
    "EventBridge may not deliver there: deploy again, so that the permission is as in the file; for a destination that was there before, its owner must add it",
  NO_RESOURCE: "the destination is gone: deploy again, or correct its arn in the file",
  RESOURCE_ALREADY_EXISTS: "the target says that it has it already: look there before you send it a second time",
  RESOURCE_LIMIT_EXCEEDED: "a limit of the target's service is reached: raise it, or send fewer events there",
  RESOURCE_MODIFICATION_COLLISION: "the target was being changed: send it back when that is over",
  SDK_CLIENT_ERROR: "the request could not be made of the event: trace shows what the target gets",
  THIRD_ACCOUNT_HOP_DETECTED: "events are not forwarded over a third account: send to that bus directly",
  THIRD_REGION_HOP_DETECTED: "events are not forwarded over a third region: send to that bus directly",
  THROTTLING:
    "the target took fewer events than came, for as long as EventBridge tried: raise its limit, then send back at a lower rate",
  TIMEOUT: "the target did not answer in time, and may have done its work: look there before you send it a second time",
  TRANSIENT_ASSUME_ROLE: "the target's role could not be assumed for a while: send it back",
  UNKNOWN: "EventBridge does not say why: look at the target's own logs and metrics, then send one back by --limit 1",
};

export function remedyOf(code: string): string {
  return Object.hasOwn(REMEDIES, code)
    ? (REMEDIES[code] ?? "")
    : "its sender says what went wrong in the message; see to that, then send one back by --limit 1";
}
