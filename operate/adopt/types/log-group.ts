import { pages } from "../../aws/pages";
import { type Adoptable, textOf } from "../adoptable";

export const logGroup: Adoptable = {
  type: "aws_cloudwatch_log_group",
  fixed: ["log_group_class"],
  async find({ name }, { aws }) {
    const { CloudWatchLogsClient, DescribeLogGroupsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    const client = aws.client(CloudWatchLogsClient);
    const groups = await pages(async (nextToken) => {
      const answer = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: textOf(name), nextToken }));
      return [answer.logGroups, answer.nextToken];
    });
    const found = groups.find(({ logGroupName }) => logGroupName === name);
    return (
      found && {
        name,
        retention_in_days: found.retentionInDays ?? 0,
        kms_key_id: found.kmsKeyId ?? null,
        // The stack writes it down only where it is another.
        log_group_class: found.logGroupClass === "STANDARD" ? null : (found.logGroupClass ?? null),
      }
    );
  },
  keys({ retention_in_days: days, kms_key_id: key, log_group_class }) {
    if (days === 0) return "it keeps log events for ever, which a stack's own does not";
    if (key !== null) return "it has a KMS key of its own";
    return { retention_days: days, ...(log_group_class !== null && { log_class: log_group_class }) };
  },
  reads: () => [{ actions: ["logs:DescribeLogGroups"], resources: ["*"] }],
  loses: (attribute, now, wanted) =>
    attribute === "retention_in_days" && (now === 0 || Number(now) > Number(wanted))
      ? `log events that are older than ${Number(wanted)} days are deleted`
      : undefined,
};
