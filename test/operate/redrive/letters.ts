/** A letter of EventBridge's as tests put it into a queue. */
export function deadLetter(
  id: string,
  { rule = "capture-audit-events", target = "", code = "NO_PERMISSIONS", message = "not allowed", detail = {} } = {},
) {
  const bus = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit";
  const event = {
    version: "0",
    id,
    "detail-type": "v2.audits.entitytype.{id}.entityid.{id}",
    source: bus,
    account: "123456789012",
    time: "2026-11-28T07:00:00Z",
    region: "us-east-1",
    resources: [],
    detail: { topicName: "v2.audits.entitytype.x.entityid.y", ...detail },
  };
  const attributes = {
    ERROR_CODE: code,
    ERROR_MESSAGE: message,
    RULE_ARN: `arn:aws:events:us-east-1:123456789012:rule/${bus}/${rule}`,
    ...(target && { TARGET_ARN: target }),
  };
  return { event, body: JSON.stringify(event), attributes };
}
