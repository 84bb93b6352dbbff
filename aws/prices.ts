/**
 * US dollars: list prices of us-east-1 without free tiers, from the services' pricing pages as they were known in 2026-11. They
 * serve to see what matters, not to check a bill.
 */
export const PRICES_OF = "us-east-1";

/**
 * EventBridge, SQS and SNS charge by pieces of 64 KB, each event or message for one at least ("Each 64 KB chunk of a payload is billed as one
 * event": EventBridge's pricing page, 2026-11; SQS's and SNS's are told by others to say the same). No page says so of a request to an API destination.
 */
export const PIECE_BYTES = 65_536;
export const ROUNDED_BYTES = {
  /** By record, not by call (Firehose's FAQ, as others quote it, 2026-11). */
  firehose: 5120,
  /** A request to an HTTP API ("metered in 512 KB increments": whitepaper on private APIs, table 4, 2026-11). */
  http_api: 524_288,
  /** By record, on demand ("rounded up to the nearest 1 KB": pricing page of Kinesis Data Streams, 2026-11). */
  kinesis: 1024,
  /** A write request unit of an item (DynamoDB's pricing page for on-demand capacity, 2026-11). */
  table_write: 1024,
} as const;

/** The prices of a million units of what AWS counts. */
export const perMillion = {
  /** An event that comes on a bus from elsewhere, by 64 KB, whoever puts it there. */
  event: 1,
  /** An event that goes to another bus. */
  forwarded_event: 1,
  api_destination_request: 0.2,
  cloudwatch_logs_byte: 0.0005,
  firehose_byte: 0.000029,
  http_api_request: 1,
  /** A byte on demand; a stream has its own price by the hour. */
  kinesis_byte: 0.00008,
  lambda_request: 0.2,
  sns_request: 0.5,
  /** A message, which is sent, received and deleted. */
  sqs_message: 1.2,
  /** An event that a pipe reads and does not filter out, by 64 KB; in a batch of small ones it costs less. */
  pipe_event: 0.4,
  /** An Express workflow of a few short steps: its request and about 100 ms of 64 MB. */
  express_execution: 1.02,
  /** An item of up to 1 KB, in a table on demand. */
  table_write: 0.625,
  /** A step of a standard workflow, which has one at least. */
  state_transition: 25,
} as const;

/** The prices of a month. */
export const perMonth = {
  kinesis_stream: 29,
  /** A unit of pollers that Lambda keeps for one reader of Kafka, by $0.185 an hour; it takes more where much comes. */
  poller_unit: 135,
  /** A metric of an alarm, of which CloudWatch counts each. */
  alarm_metric: 0.1,
  composite_alarm: 0.5,
  /** A dashboard; three in an account are free. */
  dashboard: 3,
} as const;
