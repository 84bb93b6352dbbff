/** The only place that imports provider bindings: by folder, since a whole provider takes seconds to load. */
export { CloudwatchCompositeAlarm } from "@cdktf/provider-aws/lib/cloudwatch-composite-alarm";
export { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
export { CloudwatchEventApiDestination } from "@cdktf/provider-aws/lib/cloudwatch-event-api-destination";
export { CloudwatchEventArchive } from "@cdktf/provider-aws/lib/cloudwatch-event-archive";
export { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
export { CloudwatchEventConnection } from "@cdktf/provider-aws/lib/cloudwatch-event-connection";
export { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
export {
  CloudwatchEventTarget,
  type CloudwatchEventTargetConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-event-target";
export { CloudwatchLogDelivery } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery";
export { CloudwatchLogDeliveryDestination } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination";
export { CloudwatchLogDeliverySource } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-source";
export { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
export { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
export { CloudwatchLogStream } from "@cdktf/provider-aws/lib/cloudwatch-log-stream";
export { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
export { DataAwsCloudwatchEventSource } from "@cdktf/provider-aws/lib/data-aws-cloudwatch-event-source";
export { DataAwsSecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version";
export { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
export { IamRole } from "@cdktf/provider-aws/lib/iam-role";
export { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
export { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
export { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
export { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
export { PipesPipe } from "@cdktf/provider-aws/lib/pipes-pipe";
export { AwsProvider } from "@cdktf/provider-aws/lib/provider";
export { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
export { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
export { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
export { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
export { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
export { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
export { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
export { SchemasDiscoverer } from "@cdktf/provider-aws/lib/schemas-discoverer";
export { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
export { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
export { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
export { DataGenesyscloudOrganizationsMe } from "@cdktf/provider-genesyscloud/lib/data-genesyscloud-organizations-me";
export { Integration } from "@cdktf/provider-genesyscloud/lib/integration";
export { GenesyscloudProvider } from "@cdktf/provider-genesyscloud/lib/provider";
export { TimeProvider } from "@cdktf/provider-time/lib/provider";
export { Sleep } from "@cdktf/provider-time/lib/sleep";
