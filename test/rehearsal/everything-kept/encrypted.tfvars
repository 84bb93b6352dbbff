# The same with a key of its own, beside which no schemas are discovered.
aws_account_id = "123456789012"
aws_region     = "us-east-1"
kms_key_arn    = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"

streams = {
  audit = {
    event_source_suffix = "audit-encrypted"
    topic_filters       = ["v2.audits.entitytype.{id}.entityid.{id}"]
    archive             = { retention_days = 0 }
    log_level           = "info"
  }
}
rules = {
  audit = { stream = "audit", targets = ["log"] }
}
destinations = {
  log = { type = "cloudwatch_logs" }
}
