import type { Environment, Stream } from "../config/model";
import { FilesProblem } from "../files/files-problem";
import { builtIn, type Catalogue } from "../genesys/catalogue";
import type { Topic } from "../genesys/topics";
import { streamType, topicsOf } from "../streams";
import { called } from "../text/called";
import { nearest } from "../text/nearest";

/**
 * Returns the topic that a word names, also by a concrete one with real ids.
 *
 * @throws FilesProblem where there is none such, with the one that was probably meant
 */
export function knownTopic(word: string, catalogue: Catalogue): Topic {
  const found = catalogue.known(word) ?? catalogue.of(word);
  if (found !== undefined) return found;
  const near = nearest(
    word,
    catalogue.topics.map(({ topic }) => topic),
  );
  const advice = near === undefined ? `${called("topics", word)} lists those that mention it` : `did you mean ${near}?`;
  throw new FilesProblem(`there is no topic ${word}; ${advice}`);
}

/** Returns the topic that a word names: one of Genesys Cloud, or what a stream that reads from elsewhere has. */
export function topicOf(word: string, environment: Environment | undefined): string {
  const others = Object.values(environment?.streams ?? {}).filter((keys) => isOther(keys, word));
  return others.length > 0 ? word : knownTopic(word, environment?.catalogue ?? builtIn).topic;
}

/** Returns whether a stream may send what is no topic of Genesys Cloud. */
export function isOther(keys: Stream, topic: string): boolean {
  const topics = topicsOf(keys);
  if (topics?.includes(topic)) return true;
  return topics === undefined && !streamType(keys.type).envelope.catalogued && builtIn.of(topic) === undefined;
}
