import { arn } from "../../../../aws/names";
import { text } from "../../../../report/resources/resource";
import { asResource } from "../as-resource";
import { pipes } from "../clients";
import { ifThere } from "../receivers/receiver";
import { inState, type PartReader } from "./part";

/** The states of a pipe that reads, or is about to (EventBridge Pipes API reference, DescribePipe, 2026-11). */
const READS = ["RUNNING", "STARTING", "CREATING", "UPDATING"];

export const pipe: PartReader = {
  permits: (place, name) => [[["pipes:DescribePipe"], [arn(place, "pipes", `pipe/${name}`)]]],
  async read({ account }, wanted) {
    const { sdk, client } = await pipes(account);
    const Name = text(wanted, "name");
    const found = await ifThere(client.send(new sdk.DescribePipeCommand({ Name })), "NotFoundException");
    if (found === undefined) return undefined;
    const live = asResource("aws_pipes_pipe", Name ?? "", {
      name: found.Name,
      source: found.Source,
      target: found.Target,
      role_arn: found.RoleArn,
      desired_state: found.DesiredState,
    });
    const good = text(wanted, "desired_state") === "STOPPED" ? [...READS, "STOPPED", "STOPPING"] : READS;
    return inState(found.CurrentState, good, found.StateReason, [live]);
  },
};
