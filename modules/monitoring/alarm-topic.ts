import type { TerraformStack } from "cdktf";
import { alarmTopicName, arn, physicalName } from "../../aws/names";
import { CLOUDWATCH_SERVICE, onlyEncryptedConnections, policy } from "../../aws/policy";
import type { Environment } from "../../config/model";
import { notified, topicAddresses } from "../../config/notify";
import { address } from "../address";
import { SnsTopic, SnsTopicSubscription } from "../bindings";

/** Returns whether alarms notify any e-mail address. */
export function hasAlarmTopic({ monitoring }: Environment): boolean {
  return topicAddresses(monitoring).length > 0;
}

/** Returns the topics that alarms notify: those of the file, and one of the stack for its e-mail addresses. */
export function alarmActions(stack: TerraformStack, environment: Environment, tags: Record<string, string>): string[] {
  const { topics, addresses } = notified(environment.monitoring);
  if (!hasAlarmTopic(environment)) return [...topics];
  const topicArn = arn(environment, "sns", alarmTopicName(environment.name));
  const topic = new SnsTopic(stack, address(SnsTopic, "alarms"), {
    name: alarmTopicName(environment.name),
    policy: policy([
      {
        Sid: "AlarmsNotify",
        Effect: "Allow",
        Principal: { Service: CLOUDWATCH_SERVICE },
        Action: "sns:Publish",
        Resource: topicArn,
        Condition: {
          StringEquals: { "aws:SourceAccount": environment.aws_account_id },
          ArnLike: { "aws:SourceArn": arn(environment, "cloudwatch", `alarm:${physicalName(environment.name, "*")}`) },
        },
      },
      onlyEncryptedConnections(topicArn),
    ]),
    tags,
    // Never AWS's managed key, which cannot let CloudWatch in.
    ...(environment.kms_key_arn && { kmsMasterKeyId: environment.kms_key_arn }),
  });
  for (const endpoint of addresses) {
    new SnsTopicSubscription(stack, address(SnsTopicSubscription, endpoint), {
      topicArn: topic.arn,
      protocol: "email",
      endpoint,
    });
  }
  return [...topics, topic.arn];
}
