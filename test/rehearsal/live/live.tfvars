# Destinations of each way to be permitted: by a policy of the receiver, by a policy of the account, by a role. See index.ts.
aws_account_id = "123456789012"
aws_region     = "us-east-1"

streams = {
  audit = {
    event_source_suffix = "audit-live"
    topic_filters       = ["v2.audits.entitytype.{id}.entityid.{id}"]
  }
}
rules = {
  all    = { stream = "audit", targets = ["function", "log", "topic", "webhook"] }
  copies = { stream = "audit", targets = ["queue"] }
}
destinations = {
  function = { type = "lambda", arn = "arn:aws:lambda:us-east-1:123456789012:function:audit" }
  log      = { type = "cloudwatch_logs" }
  queue    = { type = "sqs" }
  topic    = { type = "sns" }
  webhook = {
    type = "http"
    url  = "https://events.acme.example/genesys"
    auth = { type = "api_key", value = { secrets_manager = "genesys/webhook", key = "key" } }
  }
}
