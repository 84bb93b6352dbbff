import type { targetIssues } from "../../../text/issues/targets";
import { AUDITS, type Example, request } from "../example";

/** Options of the only target. */
const sent = (options: string, topics?: string): Example => ({
  targets: `{ log = { ${options} } }`,
  ...(topics !== undefined && { topics }),
});

const CRM = "https://crm.example/agents";

export const targetExamples: Readonly<Record<keyof typeof targetIssues, Example>> = {
  "option-without-effect": sent('headers = { a = "b" }'),
  "input-twice": sent('fields = ["id"], input_path = "id"'),
  "input-too-long": { instead: "An `input` of more than 8192 characters." },
  "input-across-accounts": {
    ...sent('fields = ["id"]'),
    destination: 'type = "event_bus"\narn = "arn:aws:events:us-east-1:210987654321:event-bus/central"',
  },
  "input-for-logs": sent('input = "x"'),
  "unknown-variable": sent('template = "<id> <idd>", variables = { id = "id" }'),
  "unused-variable": sent('template = "x", variables = { a = "id" }'),
  "variable-in-name": sent('template = { "<a>" = 1 }, variables = { a = "id" }'),
  "too-many-variables": { instead: "A template with 101 variables." },
  "event-within-text": {
    ...sent('template = { a = "x <aws.events.event>" }'),
    destination: 'type = "sqs"',
  },
  "not-text": sent('fields = ["detail"]', AUDITS),
  "known-values-only": sent('fields = ["detail.eventBody.entity"]', AUDITS),
  "path-unknown": { destination: 'type = "kinesis"\npartition_key_path = "detail.eventBody.queueId"' },
  "path-missing": {
    topics: '"v2.detail.events.conversation.{id}.acd.end"',
    destination: 'type = "kinesis"\npartition_key_path = "detail.eventBody.answeredUserId"',
  },
  "path-not-in-event": { ...sent('message_group_id = "$.detail."'), destination: 'type = "sqs"' },
  "path-within-text": { destination: 'type = "sqs"\nmessage_group_id = "user-$.detail.eventBody.id"' },
  "header-owned": request(CRM, "", 'name = "User-Agent", '),
  "header-of-auth": request(CRM, 'headers = { X-Site = "a" }', 'name = "x-site", '),
  "header-twice": request(CRM, 'headers = { x-a = "1", X-A = "2" }'),
  "path-parameters": request(`${CRM}/*/presence`, ""),
};
