# What the console and the usual walk-through leave: ids that AWS made up, a pattern by prefix, a log group that keeps for ever.
resource "aws_cloudwatch_event_rule" "rule" {
  name           = "audit-events-to-logs"
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  event_pattern  = jsonencode({ source = [{ prefix = "aws.partner/genesys.com" }] })
}

resource "aws_cloudwatch_log_group" "group" {
  name = "/aws/events/genesyscloud_audit_log_events"
}

resource "aws_cloudwatch_log_resource_policy" "events" {
  policy_name = "TrustEventsToStoreLogEvent"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TrustEventsToStoreLogEvent"
      Effect    = "Allow"
      Principal = { Service = ["events.amazonaws.com", "delivery.logs.amazonaws.com"] }
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/*:*"
    }]
  })
}

resource "aws_cloudwatch_event_target" "target" {
  rule           = aws_cloudwatch_event_rule.rule.name
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  target_id      = "Id6f1c2a90-9a1e-4f0e-8a55-0d6f6c1f4a11"
  arn            = aws_cloudwatch_log_group.group.arn
  depends_on     = [aws_cloudwatch_log_resource_policy.events]
}
