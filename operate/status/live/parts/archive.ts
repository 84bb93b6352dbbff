import { arn } from "../../../../aws/names";
import { text } from "../../../../report/resources/resource";
import { eventBridge } from "../account";
import { asResource } from "../as-resource";
import { ifThere } from "../receivers/receiver";
import { inState, type PartReader } from "./part";

export const archive: PartReader = {
  permits: (place, name) => [[["events:DescribeArchive"], [arn(place, "events", `archive/${name}`)]]],
  async read({ account }, wanted) {
    const { sdk, client } = await eventBridge(account);
    const ArchiveName = text(wanted, "name");
    const asked = client.send(new sdk.DescribeArchiveCommand({ ArchiveName }));
    const found = await ifThere(asked, "ResourceNotFoundException");
    if (found === undefined) return undefined;
    const live = asResource("aws_cloudwatch_event_archive", ArchiveName ?? "", {
      name: ArchiveName,
      retention_days: found.RetentionDays,
      event_pattern: found.EventPattern,
    });
    return inState(found.State, ["ENABLED", "CREATING", "UPDATING"], found.StateReason, [live]);
  },
};
