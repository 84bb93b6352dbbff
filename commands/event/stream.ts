import type { Environment, Stream } from "../../config/model";
import type { Origin } from "../../consumers/made-up/event";
import { FilesProblem } from "../../files/files-problem";
import type { Envelope } from "../../genesys/envelope";
import { isSent } from "../../genesys/topics";
import { knownAs } from "../../schema/identity";
import { streamType, topicsOf } from "../../streams";
import { suggestion } from "../../text/nearest";
import { joined } from "../../text/words";
import { isOther } from "../known-topic";

/** The stream by which events come. */
export interface ChosenStream {
  readonly origin: Origin;
  readonly envelope: Envelope;
  /** The topics that it sends; undefined where the file does not say. */
  readonly topics: readonly string[] | undefined;
}

/**
 * Returns the stream of an environment by its name, or the only one that sends a topic.
 *
 * @param topic undefined for those of conversations
 * @throws FilesProblem where there is none, or several
 */
export function streamOf(
  environment: Environment,
  name: string | undefined,
  topic: string | undefined,
  organization: string,
): ChosenStream {
  const { streams, aws_account_id: account, aws_region: region } = environment;
  if (name !== undefined && !Object.hasOwn(streams, name))
    throw new FilesProblem(`${environment.name} has no stream ${name}${suggestion(name, Object.keys(streams))}`);
  const sending = Object.entries(streams).filter(([stream, keys]) => stream === (name ?? stream) && sends(keys, topic));
  const [[stream, keys] = [], other] = sending;
  const what = topic ?? "events of conversations";
  if (stream === undefined || keys === undefined) {
    const who = name === undefined ? `no stream of ${environment.name} sends` : `stream ${name} does not send`;
    throw new FilesProblem(`${who} ${what}; add it to a stream, or leave --environment out`);
  }
  if (other !== undefined)
    throw new FilesProblem(`${joined(sending.map(([each]) => each))} send ${what}; name one of them with --stream`);
  const type = streamType(keys.type);
  const source = type.source(keys, { environment: environment.name, stream: knownAs(stream, keys), organization });
  return { origin: { source, account, region }, envelope: type.envelope, topics: type.topics(keys) };
}

function sends(keys: Stream, topic: string | undefined): boolean {
  const topics = topicsOf(keys);
  const { catalogued } = streamType(keys.type).envelope;
  if (topic === undefined)
    return topics === undefined ? catalogued : topics.some((one) => one.startsWith("v2.detail.events.conversation."));
  return topics === undefined ? catalogued || isOther(keys, topic) : isSent(topic, topics);
}
