import { LOG_RESOURCE_POLICIES } from "../../../aws/limits";
import { usesLogPolicy } from "../../../destinations";
import type { Issue } from "../../../text/issue";
import type { Draft } from "../../model";
import { defineAcrossCheck, type Neighbour } from "./across-check";

/** Counts Logs resource policies: each stack with a log group has one, and AWS takes ten. */
export const logPoliciesAcross = defineAcrossCheck({
  name: "log-policies",
  says: ["too-many-log-policies"],
  run: tooManyLogPolicies,
});

function tooManyLogPolicies(files: readonly Neighbour[]): Issue[] {
  const counts = new Map<string, number>();
  return files.flatMap(({ draft, place }) => {
    if (!hasLogGroup(draft) || draft.place === undefined) return [];
    const key = `${draft.place.aws_account_id} ${draft.place.aws_region}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= LOG_RESOURCE_POLICIES) return [];
    const message = `is environment number ${count} of this account and region with a log group, and each needs a Logs resource policy, of which AWS takes ${LOG_RESOURCE_POLICIES}; put several streams into one file, or use another region`;
    return place({ id: "too-many-log-policies", path: ["destinations"], message });
  });
}

function hasLogGroup({ destinations, streams }: Draft): boolean {
  return (
    Object.values(destinations).some(usesLogPolicy) ||
    Object.values(streams).some(({ log_level }) => log_level !== "off")
  );
}
