import { genesysEnvelope } from "../genesys/envelope";
import type { Topic } from "../genesys/topics";
import { carriedBy, PERSONAL_WORDS, personal } from "../report/personal-data";
import type { Contract } from "./contract";
import { Messages } from "./messages";
import { eventShape } from "./shapes/event-shape";

/** Returns what is known of the events of these topics, as Genesys Cloud puts them on a bus. */
export function contractOfTopics(topics: readonly Topic[]): Contract {
  const messages = new Messages();
  const channels = topics.map(({ topic, description }) => ({
    topic,
    message: messages.of(topic, topicWords(topic, description), eventShape(topic, genesysEnvelope)),
  }));
  return {
    title: "Events of Genesys Cloud",
    description: "What is known of the events; whatever is not stays open.",
    channels,
    destinations: [],
  };
}

/** Returns what there is to say of a topic's events, without the full stop at its end. */
export function topicWords(topic: string, description = ""): string {
  const words = description === "" ? "" : ` ${description.replace(/\.$/, "")}.`;
  return `${topic}:${words} Personal data: ${PERSONAL_WORDS[personal(carriedBy(topic))]}`;
}
