/** The only place that imports provider bindings: by folder, since a whole provider takes seconds to load. */
export { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
export { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
export {
  CloudwatchEventTarget,
  type CloudwatchEventTargetConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-event-target";
export { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
export { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
export { DataAwsCloudwatchEventSource } from "@cdktf/provider-aws/lib/data-aws-cloudwatch-event-source";
export { IamRole } from "@cdktf/provider-aws/lib/iam-role";
export { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
export { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
export { AwsProvider } from "@cdktf/provider-aws/lib/provider";
export { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
export { DataGenesyscloudOrganizationsMe } from "@cdktf/provider-genesyscloud/lib/data-genesyscloud-organizations-me";
export { Integration } from "@cdktf/provider-genesyscloud/lib/integration";
export { GenesyscloudProvider } from "@cdktf/provider-genesyscloud/lib/provider";
export { TimeProvider } from "@cdktf/provider-time/lib/provider";
export { Sleep } from "@cdktf/provider-time/lib/sleep";
