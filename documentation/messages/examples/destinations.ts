import type { destinationIssues } from "../../../text/issues/destinations";
import { type Example, request } from "../example";

export const destinationExamples: Readonly<Record<keyof typeof destinationIssues, Example>> = {
  "destination-unused": { destinations: 'other = { type = "sqs" }' },
  "key-without-effect": { destination: 'type = "kinesis"\nshard_count = 2' },
  "access-log-bucket": { destination: 'type = "firehose"\nbucket_name = "mine"\naccess_log_bucket = "mine"' },
  "fifo-name": { destination: 'type = "sqs"\nqueue_name = "calls.fifo"' },
  "prefix-format": { destination: 'type = "firehose"\nprefix = "calls/!{}/"' },
  "prefix-in-doubt": { destination: 'type = "firehose"\nprefix = "calls/!{timestamp:YYYY/MM/dd}/"' },
  "not-queryable": { destination: 'type = "firehose"\ncatalog = true\ncompression = "ZIP"' },
  "topic-part": { destination: 'type = "dynamodb"\nkey = "topic[9]"\nlatest_by = "time"' },
  "topic-part-fixed": { destination: 'type = "dynamodb"\nkey = "topic[1]"\nlatest_by = "time"' },
  "attribute-twice": {
    destination: 'type = "dynamodb"\nkey = "topic[2]"\nlatest_by = "time"\nattributes = { pk = "id" }',
  },
  "refusal-unseen": request(
    "https://pkc-1.eu-west-1.aws.confluent.cloud:443/kafka/v3/clusters/lkc-1/topics/calls/records",
    "",
  ),
  "wildcard-in-query": request("https://crm.example/agents?id=*", ""),
  "role-trust-long": { instead: "A destination of a type with a role, in rules of some twenty streams." },
  "role-trust-too-long": { instead: "The same with forty streams." },
};
