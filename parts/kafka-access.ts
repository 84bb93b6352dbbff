import { parseArn } from "../aws/arn";
import type { KafkaAuth } from "../schema/kafka";
import type { StoredSecret } from "../schema/secret";
import type { Fault } from "../text/issue";
import type { Path } from "../text/value";

/** How a topic is reached: the keys that streams and destinations have alike. */
export interface KafkaAccess {
  readonly brokers?: readonly string[] | undefined;
  readonly cluster_arn?: string | undefined;
  readonly auth?: KafkaAuth | undefined;
  readonly ca_certificate?: StoredSecret | undefined;
  readonly subnets?: readonly string[] | undefined;
  readonly security_groups?: readonly string[] | undefined;
}

/** What reaches it, in words. */
export interface AccessWords {
  /** The client and what it does, such as "a pipe reads". */
  readonly client: string;
  /** The owner of the keys and what it does, such as "a stream reads from". */
  readonly owner: string;
  /** The deed that brokers must know the doer of, such as "reads". */
  readonly deed: string;
  /** A secret's name as an example. */
  readonly secret: string;
  /** The keys that mean nothing beside cluster_arn. */
  readonly idle: readonly ("ca_certificate" | "subnets" | "security_groups")[];
}

interface Place {
  readonly aws_account_id?: string | undefined;
  readonly aws_region?: string | undefined;
}

/** Returns why a cluster cannot be reached as it is written. */
export function accessFaults(keys: KafkaAccess, path: Path, place: Place | undefined, words: AccessWords): Fault[] {
  if (keys.brokers !== undefined && keys.cluster_arn !== undefined) {
    const message = `cannot stand beside brokers, since ${words.owner} one cluster; leave one of the two out`;
    return [{ id: "key-without-effect", path: [...path, "cluster_arn"], message }];
  }
  if (keys.cluster_arn !== undefined) return ofCluster(keys, keys.cluster_arn, path, place, words);
  if (keys.brokers !== undefined) return ofBrokers(keys, path, words);
  const message = 'is missing: write the brokers, for example ["b1.kafka.acme.example:9096"], or cluster_arn for MSK';
  return [{ id: "missing-key", path: [...path, "brokers"], message }];
}

function ofCluster(
  keys: KafkaAccess,
  cluster: string,
  path: Path,
  place: Place | undefined,
  { client, idle }: AccessWords,
): Fault[] {
  const found: Fault[] = idle
    .filter((key) => keys[key] !== undefined)
    .map((key) => {
      const message = "means nothing beside cluster_arn: MSK has its own; leave it out";
      return { id: "key-without-effect", path: [...path, key], atKey: true, message };
    });
  const type = keys.auth?.type;
  if (type === "plain" || type === "scram_sha_256") {
    const message = `is "${type}", which MSK does not have; write iam, scram_sha_512 or mtls`;
    found.push({ id: "auth-not-taken", path: [...path, "auth", "type"], message });
  }
  const apart = elsewhere(cluster, place);
  if (apart !== undefined) {
    const message = `is of account ${apart.there}, and ${client} in its own, ${apart.here}; write a cluster of there, or its brokers`;
    found.push({ id: "arn-elsewhere", path: [...path, "cluster_arn"], message });
  }
  return idle.includes("subnets") ? found : [...found, ...ofNetwork(keys, path, client)];
}

/** Returns the account and region of an ARN and of the environment, in words; undefined where they are the same or not known. */
export function elsewhere(arn: string, { aws_account_id, aws_region }: Place = {}) {
  if (aws_account_id === undefined || aws_region === undefined) return undefined;
  const { account, region } = parseArn(arn);
  const [here, there] = [`${aws_account_id} in ${aws_region}`, `${account} in ${region}`];
  return here === there ? undefined : { here, there };
}

function ofBrokers(keys: KafkaAccess, path: Path, { client, deed, secret }: AccessWords): Fault[] {
  const { auth, subnets } = keys;
  const found: Fault[] = [];
  if (auth?.type === "iam") {
    const message =
      'is "iam", which MSK alone has; write scram_sha_512, scram_sha_256, plain or mtls, or cluster_arn in place of brokers';
    found.push({ id: "auth-not-taken", path: [...path, "auth", "type"], message });
  }
  if (auth === undefined && subnets === undefined) {
    const message = `is missing: brokers on the internet must know who ${deed}; write for example { type = "scram_sha_512", credentials = { secrets_manager = "${secret}" } }`;
    found.push({ id: "missing-key", path: [...path, "auth"], message });
  }
  return [...found, ...ofNetwork(keys, path, client)];
}

function ofNetwork({ subnets, security_groups }: KafkaAccess, path: Path, client: string): Fault[] {
  if (subnets !== undefined && security_groups === undefined) {
    const [article, noun] = client.split(" ");
    const message = `is missing: ${article} ${noun} in subnets needs one at least; write for example ["sg-0a1b2c3d"]`;
    return [{ id: "missing-key", path: [...path, "security_groups"], message }];
  }
  if (subnets === undefined && security_groups !== undefined) {
    const message = "means nothing without subnets; write these too, or leave it out";
    return [{ id: "key-without-effect", path: [...path, "security_groups"], atKey: true, message }];
  }
  return [];
}

/** Returns the ARN of a part of an MSK cluster, as IAM knows it. */
export function clusterPart(cluster: string, kind: "group" | "topic", name: string): string {
  return `${cluster.replace(":cluster/", `:${kind}/`)}/${name}`;
}
