import { arn, type Place, partition } from "../aws/names";
import type { Statement } from "../aws/policy";
import type { Environment } from "../config/model";
import type { Account } from "./account";
import { type State, stateOf } from "./state";
import type { Statements } from "./statements";

/** Returns what the roles need for the state: one reads it, the other takes the lock and writes it besides. */
export function stateStatements(environment: Environment, account: Account): Statements {
  const { state } = environment;
  if (state.backend === "s3" && state.role_arn !== undefined) {
    const read = [{ Sid: "StateRole", Effect: "Allow", Action: "sts:AssumeRole", Resource: state.role_arn } as const];
    return { read, write: [] };
  }
  const place = stateOf(environment, account);
  if (place === undefined) return { read: [], write: [] };
  const bucket = arnOf(environment, place);
  const object = `${bucket}/${place.key}`;
  const { kms_key_id: key, use_lockfile } = place;
  const keyUse = (Sid: string, Action: string) =>
    key === undefined ? [] : [{ Sid, Effect: "Allow", Action, ...ofKey(environment, key, place) } as const];
  const on = (Sid: string, Resource: string, ...Action: readonly string[]): Statement => ({
    Sid,
    Effect: "Allow",
    Action,
    Resource,
  });
  return {
    read: [
      on("StateBucket", bucket, "s3:ListBucket"),
      on("StateRead", object, "s3:GetObject"),
      ...keyUse("StateDecrypt", "kms:Decrypt"),
    ],
    write: [
      on("StateWrite", object, "s3:PutObject"),
      ...(use_lockfile ? [on("StateLock", `${object}.tflock`, "s3:DeleteObject", "s3:GetObject", "s3:PutObject")] : []),
      ...keyUse("StateEncrypt", "kms:GenerateDataKey"),
    ],
  };
}

/** Returns the ARN of the bucket with the state; undefined where the roles themselves reach none. */
export function bucketArn(environment: Environment, account: Account): string | undefined {
  const place = stateOf(environment, account);
  return place && arnOf(environment, place);
}

function arnOf({ aws_region }: Place, { bucket }: State): string {
  return `arn:${partition(aws_region)}:s3:::${bucket}`;
}

/** Returns the key by its ARN, or by an alias, which is known before the key is. */
function ofKey(place: Place, id: string, { region }: State): Pick<Statement, "Resource" | "Condition"> {
  const there = { ...place, aws_region: region };
  const via = { "kms:ViaService": `s3.${region}.amazonaws.com` };
  const [, alias] = /(?:^|:)(alias\/.*)$/.exec(id) ?? [];
  if (alias === undefined)
    return { Resource: id.startsWith("arn:") ? id : arn(there, "kms", `key/${id}`), Condition: { StringEquals: via } };
  return {
    Resource: id.startsWith("arn:") ? id.replace(/alias\/.*$/, "key/*") : arn(there, "kms", "key/*"),
    Condition: { StringEquals: via, "ForAnyValue:StringEquals": { "kms:ResourceAliases": alias } },
  };
}
