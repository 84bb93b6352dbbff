# As the blueprints with Terraform leave it: all events of the account to a Kinesis stream, by a role; ids that the provider made up.
resource "aws_cloudwatch_event_rule" "rule" {
  name           = "aws-eventbridge-event-rule"
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  event_pattern  = jsonencode({ account = ["123456789012"] })
}

resource "aws_kinesis_stream" "stream" {
  name             = "genesys-events"
  shard_count      = 1
  retention_period = 48
}

resource "aws_iam_role" "role" {
  name = "kinesis-target-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "events.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "policy" {
  name = "put"
  role = aws_iam_role.role.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["kinesis:PutRecord", "kinesis:PutRecords"], Resource = aws_kinesis_stream.stream.arn }]
  })
}

resource "aws_cloudwatch_event_target" "target" {
  rule           = aws_cloudwatch_event_rule.rule.name
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  arn            = aws_kinesis_stream.stream.arn
  role_arn       = aws_iam_role.role.arn
  depends_on     = [aws_iam_role_policy.policy]
}
