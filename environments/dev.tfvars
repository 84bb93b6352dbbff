aws_account_id = "123456789012"
aws_region     = "us-east-1"

streams = {
  audit = {
    event_source_suffix = "audit-dev"
    topic_filters       = ["v2.audits.entitytype.{id}.entityid.{id}"]
  }
}
rules = {
  capture-audit-events = {
    stream  = "audit"
    targets = ["audit-log"]
  }
}
destinations = {
  audit-log = {
    type           = "cloudwatch_logs"
    log_group      = "/aws/events/genesyscloud_audit_log_events"
    retention_days = 365
  }
}
