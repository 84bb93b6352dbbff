import type { IssueId } from "../../text/issues";

/**
 * A small file with one thing wrong with it: what differs from a file that is right. Where a small file cannot show it, `instead`
 * says what would.
 */
export interface Example {
  readonly region?: string;
  /** Lines at the top of the file. */
  readonly top?: string;
  readonly topics?: string;
  /** More lines of the stream. */
  readonly stream?: string;
  readonly streams?: string;
  readonly of?: string;
  readonly targets?: string;
  /** More lines of the rule. */
  readonly rule?: string;
  readonly rules?: string;
  /** All lines of the destination. */
  readonly destination?: string;
  readonly destinations?: string;
  /** The whole file. */
  readonly text?: string;
  readonly instead?: string;
  /** Other issues that follow from the one. */
  readonly also?: readonly IssueId[];
}

export const PRESENCE = '"v2.users.{id}.presence"';
export const AUDITS = '"v2.audits.entitytype.{id}.entityid.{id}"';

/** The file, in HCL. */
export function exampleText(example: Example): string {
  if (example.text !== undefined) return example.text;
  const { topics = PRESENCE, of = '"audit"', targets = '["log"]', destination = 'type = "cloudwatch_logs"' } = example;
  const stream = `event_source_suffix = "audit"\ntopic_filters = [${topics}]\n${example.stream ?? ""}`;
  const rule = `stream = ${of}\ntargets = ${targets}\n${example.rule ?? ""}`;
  return `aws_account_id = "123456789012"
aws_region = "${example.region ?? "us-east-1"}"
organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de"
${example.top === undefined ? "" : `${example.top}\n`}
${block("streams", `${block("audit", stream)}\n${example.streams ?? ""}`)}

${block("rules", `${block("all", rule)}\n${example.rules ?? ""}`)}

${block("destinations", `${block("log", destination)}\n${example.destinations ?? ""}`)}
`;
}

function block(name: string, lines: string): string {
  const short = lines.trim().replaceAll("\n", ", ");
  if (!/[{}]/.test(short.replace("{id}", "")) && short.length < 90) return `${name} = { ${short} }`;
  return `${name} = {\n${lines.trimEnd().replace(/^/gm, "  ")}\n}`;
}

/** A rule with a pattern for audit events. */
export function pattern(text: string): Example {
  return { topics: AUDITS, rule: `pattern = ${text}` };
}

/** A rule with a test of one field of audit events. */
export function ofAction(text: string): Example {
  return pattern(`{ detail = { eventBody = { action = ${text} } } }`);
}

/** A target of a destination that sends HTTP requests. */
export function request(url: string, options: string, auth = ""): Example {
  return {
    targets: `{ log = { ${options} } }`,
    destination: `type = "http"
url = "${url}"
auth = { type = "api_key", ${auth}value = { secrets_manager = "crm-key" } }`,
  };
}
