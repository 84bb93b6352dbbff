import { partnerSourceRegions } from "../aws-regions";
import type { Finding } from "../issue";
import type { Draft } from "../model";
import { partition } from "../names";
import type { Path } from "../read/tree";

/** Accounts, regions and partitions that do not go together. */
export function placeFindings(draft: Draft): Finding[] {
  return [...uncertainRegion(draft), ...roles(draft), ...key(draft), ...secrets(draft)];
}

function uncertainRegion({ place }: Draft): Finding[] {
  if (place === undefined || partnerSourceRegions.includes(place.aws_region)) return [];
  const message = `nothing public shows that ${place.aws_region} takes partner event sources; try it in a test account before you count on it, or write another region`;
  return [{ id: "region-uncertain", severity: "warning", path: ["aws_region"], message }];
}

function roles({ top: { aws_assume_role_arn: role, state }, place }: Draft): Finding[] {
  const found: Finding[] = [];
  if (role !== undefined && place !== undefined) {
    found.push(...inPartition(role, place.aws_region, ["aws_assume_role_arn"]));
    const account = role.split(":")[4];
    if (account !== place.aws_account_id) {
      const message = `is a role of account ${account}, but aws_account_id is ${place.aws_account_id}, and the provider refuses any other; write that account's role, or mend aws_account_id`;
      found.push({ id: "arn-elsewhere", path: ["aws_assume_role_arn"], message });
    }
  }
  if (state?.backend === "s3" && state.role_arn !== undefined) {
    found.push(...inPartition(state.role_arn, state.region, ["state", "role_arn"]));
  }
  return found;
}

function inPartition(arn: string, region: string, path: Path): Finding[] {
  const [, own] = arn.split(":");
  const wanted = partition(region);
  if (own === wanted) return [];
  const message = `is in the partition ${own}, but ${region} is in ${wanted}; write an ARN that begins with arn:${wanted}:`;
  return [{ id: "arn-elsewhere", path, message }];
}

/** Queues, streams and log groups use keys of their own region only. */
function key({ top: { kms_key_arn: arn }, place }: Draft): Finding[] {
  if (arn === undefined || place === undefined) return [];
  const region = arn.split(":")[3];
  if (region === place.aws_region) return inPartition(arn, place.aws_region, ["kms_key_arn"]);
  const message = `is a key of ${region}, and nothing in ${place.aws_region} can use it; write a key of ${place.aws_region}, or a replica there of a multi-Region key`;
  return [{ id: "arn-elsewhere", path: ["kms_key_arn"], message }];
}

/** Terraform reads secrets in the region of the bus. */
function secrets({ destinations, place }: Draft): Finding[] {
  if (place === undefined) return [];
  const found: Finding[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      const here = [...path, name];
      const region =
        name === "secrets_manager" && typeof inner === "string"
          ? /^arn:[^:]*:secretsmanager:([^:]*):/.exec(inner)?.[1]
          : undefined;
      if (region !== undefined && region !== place.aws_region) {
        const message = `is a secret of ${region}, but it is looked for in ${place.aws_region}; write one of ${place.aws_region}, or a replica there`;
        found.push({ id: "arn-elsewhere", path: here, message });
      }
      visit(inner, here);
    }
  };
  visit(destinations, ["destinations"]);
  return found;
}
