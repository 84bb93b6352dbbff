# Each kind of destination once, to take its permission away: see ../without-permission.ts.
aws_account_id = "123456789012"
aws_region     = "us-east-1"

streams = {
  audit = {
    event_source_suffix = "audit-every"
    topic_filters       = ["v2.audits.entitytype.{id}.entityid.{id}"]
  }
}
rules = {
  one = { stream = "audit", targets = ["bus", "fifo", "function", "log", "webhook"] }
  two = { stream = "audit", targets = ["machine", "pager", "queue", "records", "topic"] }
  # A rule takes five targets.
  three = { stream = "audit", targets = ["batches", "files", "inside", "table"] }
  four  = { stream = "audit", targets = ["events"] }
}
destinations = {
  table    = { type = "dynamodb", key = "topic[3]", sort_key = "id" }
  batches = {
    type     = "firehose"
    endpoint = { url = "https://events.acme.example/genesys", access_key = { secrets_manager = "genesys/endpoint" } }
  }
  bus      = { type = "event_bus", arn = "arn:aws:events:eu-west-1:210987654321:event-bus/central" }
  fifo     = { type = "sqs", fifo = true }
  # Its brokers answer nobody: what comes into its queue waits.
  events   = { type = "kafka", brokers = ["127.0.0.1:9"], topic = "events", auth = { type = "plain", credentials = { secrets_manager = "kafka/writer" } } }
  files    = { type = "firehose", catalog = true }
  function = { type = "lambda", arn = "arn:aws:lambda:us-east-1:123456789012:function:audit" }
  inside = {
    type                       = "http"
    url                        = "https://crm.acme.internal/audits/*"
    path_parameters            = ["$.detail.eventBody.id"]
    resource_configuration_arn = "arn:aws:vpc-lattice:us-east-1:123456789012:resourceconfiguration/rcfg-0123456789abcdef0"
    auth                       = { type = "basic", username = "genesys", password = { secrets_manager = "genesys/webhook", key = "key" } }
  }
  log      = { type = "cloudwatch_logs" }
  machine  = { type = "step_functions", arn = "arn:aws:states:us-east-1:123456789012:stateMachine:audit" }
  pager    = { type = "pagerduty", routing_key = { ssm_parameter = "/genesys/pagerduty" } }
  queue    = { type = "sqs" }
  records  = { type = "kinesis" }
  topic    = { type = "sns" }
  webhook = {
    type = "http"
    url  = "https://events.acme.example/genesys"
    auth = { type = "api_key", value = { secrets_manager = "genesys/webhook", key = "key" } }
  }
}
