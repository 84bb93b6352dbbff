import { parseEnvironment } from "../../config/environment";
import type { Environment } from "../../config/model";
import type { Issue } from "../../text/issue";

export function parse(text: string, name = "dev", path = `${name}.tfvars`) {
  return parseEnvironment({ path, name, bytes: Buffer.from(text) });
}

/** Returns the model of a file that must be right. */
export function environment(text: string, name = "dev"): Environment {
  const parsed = parse(text, name);
  if (parsed.environment === undefined) throw new Error(parsed.issues.map(({ message }) => message).join("\n"));
  return parsed.environment;
}

/** Returns an issue as `id line:column path`, the parts that machines read. */
export function brief({ id, line, column, path }: Issue): string {
  return `${id} ${line}:${column} ${path}`.trimEnd();
}

/** Returns a right file of few lines; parts can be given in the file's own language. */
export function file(parts: { top?: string; stream?: string; rule?: string; destination?: string } = {}): string {
  return `aws_account_id = "123456789012"
aws_region = "us-east-1"
organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de"
${parts.top ?? ""}
streams = { audit = { event_source_suffix = "audit", topic_filters = ["v2.users.{id}.presence"]
${parts.stream ?? ""}
} }
rules = { all = { stream = "audit"
${parts.rule ?? 'targets = ["log"]'}
} }
destinations = { log = {
${parts.destination ?? 'type = "cloudwatch_logs"'}
} }
`;
}
