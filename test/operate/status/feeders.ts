import { environment } from "../../support/environment";

/** Returns an environment whose buses are fed by what the stack makes, and kept in archives. */
export function feeders(top = "") {
  return environment(`aws_account_id = "123456789012"
aws_region = "us-east-1"
${top}
streams = {
  crm = {
    type = "https"
    path = "/crm"
    auth = { type = "token", header = "x-key", secret = { secrets_manager = "crm" } }
    event_id = "body.id"
  }
  calls = {
    type = "kafka"
    brokers = ["b1.kafka.acme.example:9096"]
    topic = "calls"
    auth = { type = "scram_sha_512", credentials = { secrets_manager = "kafka/reader" } }
    archive = { retention_days = 30 }
  }
}
rules = {
  all  = { stream = "crm", targets = ["queue"] }
  some = { stream = "calls", targets = ["queue", "topic"] }
}
destinations = {
  queue = { type = "sqs" }
  topic = { type = "sns" }
}
`);
}
