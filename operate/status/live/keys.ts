import type { Resource } from "../../../report/resources/resource";
import { onceForEach } from "../../../text/once";
import type { Account } from "./account";
import { asResource } from "./as-resource";
import { kms } from "./clients";
import { ifThere, type Receiver, unlessIn } from "./receivers/receiver";

/** A key with its policy, and what keeps everybody from using it. */
export interface LiveKey {
  readonly arn: string;
  readonly resource: Resource;
  readonly trouble?: string;
}

const keys = onceForEach((_: Account) => new Map<string, Promise<LiveKey | undefined>>());

/** Returns a key by its id, ARN or alias; undefined where there is none. */
export function liveKey(account: Account, id: string): Promise<LiveKey | undefined> {
  const known = keys(account);
  const found = known.get(id) ?? read(account, id);
  known.set(id, found);
  return found;
}

async function read(account: Account, KeyId: string): Promise<LiveKey | undefined> {
  const { sdk, client } = await kms(account);
  const described = await ifThere(client.send(new sdk.DescribeKeyCommand({ KeyId })), "NotFoundException");
  const { Arn: arn = KeyId, KeyId: id, KeyState: state } = described?.KeyMetadata ?? {};
  if (described === undefined) return undefined;
  const { Policy: policy } = await client.send(new sdk.GetKeyPolicyCommand({ KeyId: arn }));
  const trouble = unlessIn(state, ["Enabled"]);
  const resource = asResource("aws_kms_key", id ?? KeyId, { arn, key_id: id, policy });
  return { arn, resource, ...(trouble && { trouble: `the key ${arn} cannot be used: ${trouble}` }) };
}

/** Keys that AWS manages for its services, whose policies say nothing that anybody could change. */
const MANAGED = /^alias\/aws\//;

/**
 * Returns a receiver that is encrypted with a key, or with none, together with the key's policy.
 *
 * @param make makes the receiver's own resources, with the key by its ARN
 */
export async function withKey(
  account: Account,
  id: string | undefined,
  make: (key: string | undefined) => readonly Resource[],
): Promise<Receiver> {
  if (!id || MANAGED.test(id)) return { resources: make(id || undefined) };
  const key = await liveKey(account, id);
  if (key === undefined) return { resources: make(id), trouble: `its key ${id} is not there` };
  const { arn, resource, trouble } = key;
  return { resources: [...make(arn), resource], ...(trouble && { trouble }) };
}
