export const ACCOUNT = "123456789012";
export const REGION = "us-east-1";
export const SUFFIX = "bench";
export const TOPIC = "v2.users.{id}.presence";
/** The values that the rules ask for: no two alike, since two would be worth a warning. */
export function statuses(rule: string): string[] {
  return ["ON_QUEUE", rule];
}

export function ruleNames(count: number): string[] {
  // Names of one length are in the same order as text and as numbers.
  return Array.from({ length: count }, (_, index) => `rule-${String(index).padStart(5, "0")}`);
}

/** An environment file with so many rules, each to a log group and to a Kinesis stream. */
export function environmentText(count: number): string {
  const rules = ruleNames(count).map(
    (name) => `  ${name} = {
    stream  = "events"
    topics  = ["${TOPIC}"]
    pattern = { detail = { eventBody = { presenceDefinition = { systemPresence = ${JSON.stringify(statuses(name))} } } } }
    targets = ["calls", "log"]
  }`,
  );
  return `aws_account_id = "${ACCOUNT}"
aws_region     = "${REGION}"
# The plain program has neither.
monitoring     = { alarms = false, dashboard = false }
streams = {
  events = {
    event_source_suffix = "${SUFFIX}"
    topic_filters       = ["${TOPIC}"]
    lookup              = "off"
  }
}
rules = {
${rules.join("\n")}
}
destinations = {
  calls = { type = "kinesis" }
  log   = { type = "cloudwatch_logs" }
}
`;
}
