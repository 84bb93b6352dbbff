# As a template of CloudFormation or SAM leaves it: names with a random end, a function with its permission, a log group's ARN with :*.
resource "aws_cloudwatch_event_rule" "rule" {
  name           = "genesys-EventsRule-1KQ3X7Z9WJ2AB"
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  event_pattern  = jsonencode({ "detail-type" = ["v2.audits.entitytype.{id}.entityid.{id}"] })
}

resource "aws_lambda_permission" "permission" {
  statement_id  = "genesys-FunctionPermission-8F2D"
  action        = "lambda:InvokeFunction"
  function_name = "existing"
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.rule.arn
}

resource "aws_cloudwatch_log_group" "group" {
  name              = "genesys-LogGroup-2VQ8"
  retention_in_days = 14
}

resource "aws_cloudwatch_log_resource_policy" "events" {
  policy_name = "genesys-LogPolicy-77AB"
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

resource "aws_cloudwatch_event_target" "function" {
  rule           = aws_cloudwatch_event_rule.rule.name
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  target_id      = "Target0"
  arn            = "arn:aws:lambda:us-east-1:123456789012:function:existing"
  depends_on     = [aws_lambda_permission.permission]
}

resource "aws_cloudwatch_event_target" "log" {
  rule           = aws_cloudwatch_event_rule.rule.name
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  target_id      = "Target1"
  arn            = "${aws_cloudwatch_log_group.group.arn}:*"
  depends_on     = [aws_cloudwatch_log_resource_policy.events]
}
