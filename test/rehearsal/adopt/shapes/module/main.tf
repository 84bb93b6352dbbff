# As the best-known community module leaves it: names with -rule at the end, several targets with ids, a transformer, a dead-letter queue.
resource "aws_cloudwatch_event_rule" "audits" {
  name           = "audits-rule"
  description    = "Capture all audits"
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  event_pattern  = jsonencode({ source = [local.source], detail = { eventBody = { action = ["Delete"] } } })
  tags           = { Name = "audits-rule" }
}

resource "aws_cloudwatch_event_rule" "all" {
  name           = "all-rule"
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  event_pattern  = jsonencode({ source = [{ prefix = "aws.partner/" }] })
  tags           = { Name = "all-rule" }
}

resource "aws_sqs_queue" "queue" {
  name                       = "audits"
  message_retention_seconds  = 345600
  visibility_timeout_seconds = 90
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Rules"
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:us-east-1:123456789012:audits"
    }]
  })
}

resource "aws_sqs_queue" "dead" {
  name = "audits-dlq"
}

resource "aws_cloudwatch_log_group" "group" {
  name              = "/aws/events/audits"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_resource_policy" "events" {
  policy_name = "events"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = ["events.amazonaws.com", "delivery.logs.amazonaws.com"] }
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = "${aws_cloudwatch_log_group.group.arn}:*"
    }]
  })
}

resource "aws_cloudwatch_event_target" "queue" {
  rule           = aws_cloudwatch_event_rule.audits.name
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  target_id      = "send-audits-to-sqs"
  arn            = aws_sqs_queue.queue.arn
  input_transformer {
    input_paths    = { name = "$.detail.eventBody.entity.name" }
    input_template = "{\"deleted\": <name>}"
  }
  dead_letter_config {
    arn = aws_sqs_queue.dead.arn
  }
}

resource "aws_cloudwatch_event_target" "log" {
  rule           = aws_cloudwatch_event_rule.all.name
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  target_id      = "log-audits-to-cloudwatch"
  arn            = aws_cloudwatch_log_group.group.arn
  depends_on     = [aws_cloudwatch_log_resource_policy.events]
}

resource "aws_cloudwatch_event_target" "all_to_queue" {
  rule           = aws_cloudwatch_event_rule.all.name
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  target_id      = "send-all-to-sqs"
  arn            = aws_sqs_queue.queue.arn
  input_path     = "$.detail"
  retry_policy {
    maximum_event_age_in_seconds = 3600
    maximum_retry_attempts       = 10
  }
}
