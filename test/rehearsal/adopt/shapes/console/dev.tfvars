aws_account_id  = "123456789012"
aws_region      = "us-east-1"
organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de"

streams = {
  audit = {
    event_source_suffix = "audit-dev"
    manage_integration  = false
  }
}
rules = {
  capture-audit-events = {
    name    = "audit-events-to-logs"
    stream  = "audit"
    targets = { audit-log = { target_id = "Id6f1c2a90-9a1e-4f0e-8a55-0d6f6c1f4a11" } }
  }
}
destinations = {
  audit-log = {
    type           = "cloudwatch_logs"
    log_group      = "/aws/events/genesyscloud_audit_log_events"
    retention_days = 3653
  }
}
