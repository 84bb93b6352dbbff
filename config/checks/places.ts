import { parseArn } from "../../aws/arn";
import { bucketFault } from "../../schema/bucket";
import { inPartition } from "../../schema/partition";
import { streamType, streamTypes } from "../../streams";
import type { KnownRegions } from "../../streams/parts/sources";
import type { StreamType } from "../../streams/stream-type";
import type { Fault } from "../../text/issue";
import type { Path } from "../../text/value";
import type { Draft } from "../model";
import { defineCheck } from "./check";

/** Accounts, regions and partitions that do not go together. */
export const placesCheck = defineCheck({
  name: "places",
  says: ["arn-elsewhere", "bucket-name", "region-uncertain"],
  run: placeFaults,
});

function placeFaults(draft: Draft): Fault[] {
  return [
    ...uncertainRegion(draft),
    ...roles(draft),
    ...stateAtHome(draft),
    ...key(draft),
    ...boundary(draft),
    ...secrets(draft),
  ];
}

/** Of the streams' types; of all types where no stream is right, so that nobody learns it last. */
function uncertainRegion({ place, streams }: Draft): Fault[] {
  const used = Object.values(streams).map(({ type }) => streamType(type));
  const types: readonly StreamType[] = used.length > 0 ? used : streamTypes;
  const strange = [...new Set(types)].flatMap(({ regions }): readonly KnownRegions[] =>
    place === undefined || regions === undefined || regions.regions.includes(place.aws_region) ? [] : [regions],
  );
  return strange.map(({ takes }) => {
    const message = `nothing public shows that ${place?.aws_region} takes ${takes}; try it in a test account before you count on it, or write another region`;
    return { id: "region-uncertain", severity: "warning", path: ["aws_region"], message };
  });
}

function roles({ top: { aws_assume_role_arn: role, state }, place }: Draft): Fault[] {
  const found: Fault[] = [];
  if (role !== undefined && place !== undefined) {
    found.push(...inPartition(role, place.aws_region, ["aws_assume_role_arn"]));
    const { account } = parseArn(role);
    if (account !== place.aws_account_id) {
      const message = `is a role of account ${account}, but aws_account_id is ${place.aws_account_id}, and the provider refuses any other; write that account's role, or correct aws_account_id`;
      found.push({ id: "arn-elsewhere", path: ["aws_assume_role_arn"], message });
    }
  }
  if (state?.backend === "s3" && state.role_arn !== undefined) {
    found.push(...inPartition(state.role_arn, state.region, ["state", "role_arn"]));
  }
  return found;
}

/** The bucket and the key of the state, which are of a region of their own. */
function stateAtHome({ top: { state } }: Draft): Fault[] {
  if (state?.backend !== "s3") return [];
  const fault = bucketFault(state.bucket, state.region);
  const found: Fault[] = fault === undefined ? [] : [{ id: "bucket-name", path: ["state", "bucket"], message: fault }];
  if (!state.kms_key_id?.startsWith("arn:")) return found;
  const path = ["state", "kms_key_id"];
  const { region } = parseArn(state.kms_key_id);
  if (region === state.region) return [...found, ...inPartition(state.kms_key_id, state.region, path)];
  const message = `is a key of ${region}, and the bucket is in ${state.region}; write a key of ${state.region}`;
  return [...found, { id: "arn-elsewhere", path, message }];
}

/** Queues, streams and log groups use keys of their own region only. */
function key({ top: { kms_key_arn: arn }, place }: Draft): Fault[] {
  if (arn === undefined || place === undefined) return [];
  const { region } = parseArn(arn);
  if (region === place.aws_region) return inPartition(arn, place.aws_region, ["kms_key_arn"]);
  const message = `is a key of ${region}, and nothing in ${place.aws_region} can use it; write a key of ${place.aws_region}, or a replica there of a multi-Region key`;
  return [{ id: "arn-elsewhere", path: ["kms_key_arn"], message }];
}

/** IAM looks for a boundary in the role's own account, or among AWS's policies. */
function boundary({ top: { permissions_boundary_arn: arn }, place }: Draft): Fault[] {
  if (arn === undefined || place === undefined) return [];
  const { account } = parseArn(arn);
  const path = ["permissions_boundary_arn"];
  if (account === "aws" || account === place.aws_account_id) return inPartition(arn, place.aws_region, path);
  const message = `is a policy of account ${account}, and roles of ${place.aws_account_id} can have their own only; write one of ${place.aws_account_id}`;
  return [{ id: "arn-elsewhere", path, message }];
}

/** Secrets and parameters are read in the region of the bus. */
function secrets({ destinations, streams, place }: Draft): Fault[] {
  if (place === undefined) return [];
  const found: Fault[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      const here = [...path, name];
      const secret = name === "secrets_manager" || name === "ssm_parameter";
      if (secret && typeof inner === "string") found.push(...secretElsewhere(inner, place.aws_region, here));
      visit(inner, here);
    }
  };
  visit(destinations, ["destinations"]);
  visit(streams, ["streams"]);
  return found;
}

function secretElsewhere(named: string, region: string, path: Path): Fault[] {
  if (!named.startsWith("arn:")) return [];
  const { region: own } = parseArn(named);
  if (own === region) return inPartition(named, region, path);
  const message = `is of ${own}, but it is looked for in ${region}; write one of ${region}, or a replica there`;
  return [{ id: "arn-elsewhere", path, message }];
}
