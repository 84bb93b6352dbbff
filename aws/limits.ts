/** Limits of the services, each with its source and the date it was read. Values that a user may change are in defaults.ts. */

// EventBridge API reference, PutTargets, PutRule and CreateArchive; user guide, "EventBridge quotas" (2026-11).
export const TARGETS_PER_RULE = 5;
export const RULE_NAME_LENGTH = 64;
export const TARGET_ID_LENGTH = 64;
export const RULE_DESCRIPTION_LENGTH = 512;
/** The API's own limit; up to it, AWS may raise the quota. */
export const EVENT_PATTERN_LENGTH = 4096;
export const EVENT_PATTERN_QUOTA = 2048;
/** The quota of one bus, which AWS may raise. */
export const RULES_PER_BUS = 300;
export const RULES_PER_BUS_BY_REGION: Readonly<Record<string, number>> = { "af-south-1": 100, "eu-south-1": 100 };
export const WILDCARD_RULES_PER_BUS = 30;
/**
 * The highest complexity of a rule's wildcards by the evaluator of aws/event-ruler 2.0.1 (MachineComplexityEvaluator). AWS documents that
 * a rule may be too complex, and gives no figure; AWS was seen to take 10, and it is not certain that 10 itself is allowed (2026-11).
 */
export const WILDCARD_COMPLEXITY = 10;
export const RETRY_ATTEMPTS = { min: 0, max: 185 };
export const EVENT_AGE_SECONDS = { min: 60, max: 86_400 };
/** The length of an archive's name; EventBridge adds a rule of its own to the bus for each archive. */
export const ARCHIVE_NAME_LENGTH = 48;
/** The range of an archive's retention; the maximum is ours: a hundred years. */
export const ARCHIVE_RETENTION_DAYS = { min: 0, max: 36_500 };
export const TRANSFORMER_PATHS = 100;
export const TRANSFORMER_TEMPLATE_LENGTH = 8192;

// EventBridge API reference, StartReplay; user guide, "Archiving and replaying events" (2026-11).
export const REPLAY_NAME_LENGTH = 64;
/** The replays that run at a time in an account and region. */
export const CONCURRENT_REPLAYS = 10;
/** The time that an event may take until it is in the archive; who replays sooner may miss it, and nobody says so. */
export const ARCHIVE_DELAY_MINUTES = 10;
/** A replay goes by minutes of the events' time, in no order within one. */
export const REPLAY_STEP_SECONDS = 60;

// EventBridge user guide, "Comparison operators for use in event patterns" (2026-11).
export const OR_COMBINATIONS = 1000;
/** The documented limits of numeric comparisons. */
export const NUMERIC = { min: -5e9, max: 5e9, digits: 15, decimals: 6 };

// Genesys Cloud Resource Center, "Configure the Amazon EventBridge integration" (2026-11).
export const SUFFIX_LENGTH = 64;

// Terraform CLI documentation, "-parallelism": it works on ten resources at a time, so that more tokens than that would idle (2026-11).
export const GENESYS_TOKENS = 10;

// CloudWatch Logs API reference, PutRetentionPolicy, CreateLogGroup, PutResourcePolicy and PutDeliverySource (2026-11).
export const LOG_RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;
export const LOG_GROUP_LENGTH = 512;
export const LOG_RESOURCE_POLICIES = 10;
/** The length of the names of a delivery's source and destination. */
export const LOG_DELIVERY_NAME_LENGTH = 60;
export const LOG_RESOURCE_POLICY_BYTES = 51_200;

// Kinesis API reference, CreateStream and IncreaseStreamRetentionPeriod (2026-11).
export const KINESIS_RETENTION_HOURS = { min: 24, max: 8760 };
export const KINESIS_NAME_LENGTH = 128;
/** The quota of an account in the largest regions; elsewhere it is 6,000 (developer guide, "Quotas and limits", 2026-11). */
export const KINESIS_SHARDS = 20_000;

// SQS API reference, CreateQueue: 14 days is the longest a message is kept (2026-11).
export const QUEUE_RETENTION_SECONDS = 1_209_600;
// SQS developer guide, "Amazon SQS visibility timeout": messages of a standard queue that are received and not yet deleted (2026-11).
export const IN_FLIGHT_MESSAGES = 120_000;

// IAM user guide, "IAM and AWS STS quotas" (2026-11).
export const ROLE_NAME_LENGTH = 64;
/** The quota of a role's trust policy, and the most to which AWS raises it. */
export const ROLE_TRUST_QUOTA = 2048;
export const ROLE_TRUST_LENGTH = 4096;

// AWS general reference, "Tag naming limits and requirements" (2026-11).
export const TAG_KEY_LENGTH = 128;
export const TAG_VALUE_LENGTH = 256;
/** The tags of one resource. */
export const TAGS = 50;

// Ours: a queue's name has at most 80 characters, and the longest we compose is <environment>-dead-letters.
export const ENVIRONMENT_NAME_LENGTH = 64;
// Ours: <environment>-<destination> must fit a Kinesis stream's name.
export const DESTINATION_NAME_LENGTH = 63;
// Ours: far above any real file, and low enough that no reader runs out of stack.
export const NESTING = 100;

// SQS and SNS API references, CreateQueue and CreateTopic; Firehose, CreateDeliveryStream; S3 user guide, "Bucket naming rules" (2026-11).
export const QUEUE_NAME_LENGTH = 80;
export const QUEUE_RETENTION_DAYS = { min: 1, max: 14 };
export const VISIBILITY_TIMEOUT_SECONDS = { min: 0, max: 43_200 };
export const MESSAGE_GROUP_ID_LENGTH = 100;
// Step Functions and DynamoDB, "Quotas" (2026-11).
export const STATE_MACHINE_NAME_LENGTH = 80;
export const TABLE_NAME_LENGTH = 255;
/** A hundred years: an expiry is a number of seconds, which has no limit of its own. */
export const TTL_DAYS_MAX = 36_500;

export const TOPIC_NAME_LENGTH = 256;
export const FIREHOSE_NAME_LENGTH = 64;
export const FIREHOSE_BUFFERING_SECONDS = { min: 0, max: 900 };
export const FIREHOSE_BUFFERING_MIB = { min: 1, max: 128 };
// Firehose API reference, HttpEndpointDestinationConfiguration and SplunkDestinationConfiguration (2026-11).
export const FIREHOSE_ENDPOINT_LENGTH = 1000;
export const FIREHOSE_ENDPOINT_SECONDS = { min: 0, max: 900 };
export const FIREHOSE_ENDPOINT_MIB = { min: 1, max: 64 };
export const SPLUNK_ENDPOINT_LENGTH = 2048;
export const SPLUNK_SECONDS = { min: 0, max: 60 };
export const SPLUNK_MIB = { min: 1, max: 5 };
/** The time for which Firehose sends a batch again to an endpoint or to Splunk. */
export const FIREHOSE_RETRY_SECONDS = 7200;
export const BUCKET_NAME_LENGTH = 63;
/** The length of a prefix as it is written, and as Firehose evaluates it (developer guide, "Custom prefixes", 2026-11). */
export const PREFIX_LENGTH = 1024;
export const EVALUATED_PREFIX_LENGTH = 512;

// EventBridge API reference, CreateConnection and CreateApiDestination (2026-11).
export const CONNECTION_NAME_LENGTH = 64;
export const ENDPOINT_LENGTH = 2048;
/** The largest whole number of AWS's APIs, where they name no other limit: the SDKs hold them in 32 bits. */
export const API_INTEGER_MAX = 2_147_483_647;
/** The length of a header, a query parameter, a user's name or a client's id. */
export const HTTP_PARAMETER_LENGTH = 512;
/** The parameters of a token request: headers, query and body, each. */
export const CONNECTION_PARAMETERS = 100;

/** The largest event that a destination takes: the services' API references, read 2026-11; for SNS it is uncertain. */
export const PAYLOAD_BYTES = {
  cloudwatch_logs: 1_048_576,
  event_bus: 1_048_576,
  firehose: 1_024_000,
  kinesis: 1_048_576,
  lambda: 1_048_576,
  sns: 262_144,
  sqs: 1_048_576,
  step_functions: 262_144,
} as const;

// Lambda API reference, AddPermission and CreateFunction; developer guide, "Lambda quotas" (2026-11).
export const STATEMENT_ID_LENGTH = 100;
export const FUNCTION_NAME_LENGTH = 64;
/** The bytes of a function's environment variables, names and values together. */
export const FUNCTION_SETTINGS_BYTES = 4096;

// CloudWatch API reference, PutMetricAlarm, PutCompositeAlarm and PutDashboard; user guide, "CloudWatch service quotas" and
// "CloudWatch search expression syntax" (2026-11).
export const ALARM_NAME_LENGTH = 255;
export const ALARM_DESCRIPTION_LENGTH = 1024;
export const ALARM_ACTIONS = 5;
/** The metrics of an alarm on metric math. */
export const METRICS_PER_ALARM = 10;
export const ALARM_RULE_LENGTH = 10_240;
/** The alarms a composite may name. */
export const CHILD_ALARMS = 100;
/**
 * The range of `silence_minutes`. The longest is a day: the quotas page and the API agree on that for all periods below an hour. The
 * shortest is ours: EventBridge sends its metrics every minute, sometimes late, and an alarm with less would fire for that.
 */
export const SILENCE_MINUTES = { min: 5, max: 1440 };
export const WIDGETS_PER_DASHBOARD = 500;
export const METRICS_PER_WIDGET = 500;
export const METRICS_PER_DASHBOARD = 2500;
export const SEARCHES_PER_WIDGET = 100;
export const SEARCH_LENGTH = 1024;
export const ALARMS_PER_WIDGET = 100;
export const DASHBOARD_COLUMNS = 24;

// Our own, so that no file takes more memory than Node has: what is read takes up to a hundred times its bytes (measured 2026-11).
export const FILE_BYTES = { environment: 1 << 24, event: 1 << 25, pattern: 1 << 24, plan: 1 << 26, scenario: 1 << 25 };
/** The issues of one file that are shown; whoever has fixed so many checks again. */
export const ISSUES = 1000;
/** The time that a pipe may be without a writer, and silent. */
export const PIPE_SECONDS = { writer: 0.5, silence: 8 };

// EventBridge Pipes API reference, CreatePipe, and user guide, "Batching and concurrency" (2026-11).
export const PIPE_NAME_LENGTH = 64;
/** The brokers that a pipe is told of: its source and two additional ones. */
export const PIPE_BROKERS = 3;
export const PIPE_SUBNETS = 16;
export const PIPE_SECURITY_GROUPS = 5;
export const PIPE_FILTERS = 5;
export const PIPE_FILTER_LENGTH = 4096;
/** The records of a batch for an event bus. */
export const PIPE_BATCH = 10;
export const BROKER_LENGTH = 300;
// Kafka 4 documentation: the length of a topic's name, and max.message.bytes unless a topic or its brokers say otherwise.
export const KAFKA_TOPIC_LENGTH = 249;
export const KAFKA_BATCH_BYTES = 1_048_588;
/** Ours: a client asks the first one that answers for all the others. */
export const PRODUCER_BROKERS = 10;
export const CONSUMER_GROUP_LENGTH = 200;
/** The length of a Kafka topic here: it becomes `detail-type` (PutEvents). A pipe itself takes 249. */
export const DETAIL_TYPE_LENGTH = 128;

/** The most times that Lambda passes a record on again: as with a pipe, nothing is given up while somebody mends what is broken (developer guide, "Configuring error handling controls for Kafka event sources", 2026-11). */
export const KAFKA_RETRIES = 10_000;

// IAM user guide, "IAM and AWS STS quotas" (2026-11): characters without white space; policies that can be attached to a role.
export const MANAGED_POLICY_LENGTH = 6144;
export const POLICIES_PER_ROLE = 10;

// Kinesis API reference, PutRecord (2026-11).
export const PARTITION_KEY_LENGTH = 256;

/** Channels of one user and application, and the topics of one (Genesys Cloud, "Notification service" and NotificationsApi of its SDKs, 2026-11). */
export const NOTIFICATION_CHANNELS = 20;
export const NOTIFICATION_TOPICS = 1000;
/** The characters of several topics that are combined into one, by the same page. */
export const COMBINED_TOPIC_LENGTH = 200;

/** The characters of a cluster's, service's and task family's name (ECS API reference, 2026-11). */
export const ECS_NAME_LENGTH = 255;
/** The subnets and security groups of a service (ECS API reference, AwsVpcConfiguration, 2026-11). */
export const ECS_SUBNETS = 16;
export const ECS_SECURITY_GROUPS = 5;
