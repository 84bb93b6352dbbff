import { FilesProblem } from "../files/files-problem";
import type { Catalogue } from "../genesys/catalogue";
import type { Topic } from "../genesys/topics";
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
