import { remedyOf } from "../../../operate/redrive/remedies";

/** The codes that the user guide lists as a sample (EventBridge user guide, rule-dlq, 2026-11). */
const DOCUMENTED = `CONNECTION_FAILURE CROSS_ACCOUNT_INGESTION_FAILED CROSS_REGION_INGESTION_FAILED ERROR_FROM_TARGET
EVENTS_IN_BATCH_REQUEST_REJECTED FAILED_TO_ASSUME_ROLE INTERNAL_ERROR INVALID_JSON INVALID_PARAMETER NO_PERMISSIONS NO_RESOURCE
RESOURCE_ALREADY_EXISTS RESOURCE_LIMIT_EXCEEDED RESOURCE_MODIFICATION_COLLISION SDK_CLIENT_ERROR THIRD_ACCOUNT_HOP_DETECTED
THIRD_REGION_HOP_DETECTED THROTTLING TIMEOUT TRANSIENT_ASSUME_ROLE UNKNOWN`.split(/\s+/);

test("each documented cause has a remedy of its own; one that nobody documents is looked up in its message", () => {
  const others = remedyOf("MADE_UP");

  expect(DOCUMENTED.filter((code) => remedyOf(code) === others)).toEqual([]);
  expect(new Set(DOCUMENTED.map(remedyOf)).size).toBe(DOCUMENTED.length);
  expect(remedyOf("toString")).toBe(others);
});
