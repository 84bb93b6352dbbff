# The deletion of an OAuth client opens an incident in PagerDuty: one rule, one destination, no code.
aws_account_id = "123456789012"
aws_region     = "us-east-1"

streams = {
  audit = {
    event_source_suffix = "audit-alerts"
    topic_filters       = ["v2.audits.entitytype.{id}.entityid.{id}"]
  }
}
rules = {
  oauth-client-deleted = {
    stream  = "audit"
    pattern = { detail = { eventBody = { entityType = ["OAuthClient"], action = ["Delete"] } } }
    targets = ["on-call"]
  }
}
destinations = {
  on-call = {
    type        = "pagerduty"
    routing_key = { secrets_manager = "genesys/pagerduty", key = "routing_key" }
    severity    = "critical"
    summary     = "OAuth client <detail.eventBody.entity.name> deleted"
    dedup_key   = "oauth-client-<detail.eventBody.entity.id>"
  }
}
