import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

const CLUSTER = 'cluster_arn = "arn:aws:kafka:us-east-1:123456789012:cluster/c/3c4f9f1e-0000-4000-8000-00000000c0de-2"';
const BROKERS = 'brokers = ["b1.acme.example:9096"]';
const AUTH = 'auth = { type = "plain", credentials = { secrets_manager = "kafka/writer" } }';

function writing(what: string, keys: readonly string[], issue: string, advice: RegExp): WrongFile {
  const destination = ['type = "kafka"', 'topic = "genesys.events"', ...keys].join("\n");
  return [`writes to a topic ${what}`, file({ destination }), issue, advice];
}

/** Destinations that write to a topic of Kafka. */
export const writtenTopics: readonly WrongFile[] = [
  writing("of no cluster", [], "missing-key 11:24 destinations.log.brokers", /or cluster_arn for MSK/),
  writing("without a login", [BROKERS], "missing-key 11:24 destinations.log.auth", /kafka\/writer/),
  writing("with a login that MSK has not", [CLUSTER, AUTH], "auth-not-taken 15:17 destinations.log.auth.type", /iam/),
  writing(
    "of another region's cluster",
    [CLUSTER.replace("us-east-1", "eu-west-1")],
    "arn-elsewhere 14:15 destinations.log.cluster_arn",
    /a function looks in its own/,
  ),
  writing(
    "in a network without a security group",
    [CLUSTER, 'subnets = ["subnet-0a1b2c3d"]'],
    "missing-key 11:24 destinations.log.security_groups",
    /a function in subnets needs one/,
  ),
  writing(
    "by a part of the topic that is none",
    [BROKERS, AUTH, 'key_path = "topic[9]"'],
    "topic-part 16:12 destinations.log.key_path",
    /topic\[2\]/,
  ),
];
