import { arn } from "../../../aws/names";
import { type Adoptable, orNothing, textOf } from "../adoptable";

export const archive: Adoptable = {
  type: "aws_cloudwatch_event_archive",
  unwritten: true,
  fixed: ["event_source_arn"],
  async find({ name }, { aws }) {
    const { DescribeArchiveCommand, EventBridgeClient } = await import("@aws-sdk/client-eventbridge");
    const client = aws.client(EventBridgeClient);
    const found = await orNothing(client.send(new DescribeArchiveCommand({ ArchiveName: textOf(name) })));
    return (
      found && {
        name,
        event_source_arn: found.EventSourceArn ?? null,
        event_pattern: found.EventPattern ?? null,
        retention_days: found.RetentionDays ?? 0,
        description: found.Description ?? null,
      }
    );
  },
  reads: ({ name }, place) => [
    { actions: ["events:DescribeArchive"], resources: [arn(place, "events", `archive/${textOf(name)}`)] },
  ],
  loses: (attribute, now, wanted) =>
    attribute === "retention_days" && Number(wanted) > 0 && (now === 0 || now === null || Number(now) > Number(wanted))
      ? `events that are older than ${Number(wanted)} days are deleted`
      : undefined,
};
