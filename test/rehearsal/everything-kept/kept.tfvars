# All that a bus can keep and log, for Terraform with a provider that stands in: the real one at hand is too old for it.
aws_account_id = "123456789012"
aws_region     = "us-east-1"

streams = {
  audit = {
    event_source_suffix = "audit-kept"
    topic_filters       = ["v2.audits.entitytype.{id}.entityid.{id}"]
    archive = {
      retention_days = 365
      pattern        = { detail = { eventBody = { action = [{ anything-but = "View" }] } } }
    }
    schema_discovery = true
    log_level        = "trace"
    log_detail       = true
  }
  presence = {
    event_source_suffix = "presence-kept"
    topic_filters       = ["v2.users.{id}.presence"]
    archive             = {}
    log_level           = "error"
  }
}
rules = {
  audit    = { stream = "audit", targets = ["log"] }
  presence = { stream = "presence", targets = ["queue"] }
}
destinations = {
  log   = { type = "cloudwatch_logs" }
  queue = { type = "sqs" }
}
