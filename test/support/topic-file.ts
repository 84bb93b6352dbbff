/** Returns a right file whose stream reads a topic of Kafka; parts can be given in the file's own language. */
export function topicFile({
  top = "",
  brokers = 'brokers = ["b1.kafka.acme.example:9096"]',
  auth = 'auth = { type = "scram_sha_512", credentials = { secrets_manager = "kafka/reader" } }',
  more = "",
  rule = "",
  second = undefined as string | undefined,
} = {}): string {
  const stream = (name: string, keys: string) => `${name} = { type = "kafka"
${brokers}
topic = "interactions"
${auth}
${keys}
}`;
  const other = second === undefined ? "" : `${stream("cx2", second)}\n`;
  return `aws_account_id = "123456789012"
aws_region = "us-east-1"${top === "" ? "" : `\n${top}`}
streams = {
${stream("cx", more)}
${other}}
rules = { all = { stream = "cx"
${rule}
targets = ["log"] }${second === undefined ? "" : ', two = { stream = "cx2", targets = ["log"] }'} }
destinations = { log = { type = "cloudwatch_logs" } }
`;
}
