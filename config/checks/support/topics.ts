import { knownTopic, type Topic, topicOf, topics } from "../../../genesys/topics";
import { called } from "../../../text/called";
import type { Fault } from "../../../text/issue";
import { nearest } from "../../../text/nearest";
import type { Path } from "../../../text/value";

const LIST = `${called("topics")} lists them`;
const ASK = "GET /api/v2/notifications/availabletopics of Genesys Cloud tells";

/** Returns what is to be said of a topic, wherever it is written. */
export function topicFaults(written: string, path: Path): Fault[] {
  if (written.includes("*")) return [wildcard(path)];
  const known = knownTopic(written);
  if (known !== undefined) return ofKnown(known, path);
  const meant = topicOf(written);
  if (meant !== undefined) {
    const one = written.includes("{")
      ? ""
      : `; to take one id only, write a rule with pattern = { detail = { topicName = ["${written}"] } }`;
    const message = `must have {id} where an id stands: write "${meant.topic}"${one}`;
    return [{ id: "topic-placeholder", path, message }];
  }
  const near = nearestTopic(written);
  const advice = near === undefined ? LIST : `did you mean "${near}"?`;
  const message = `"${written}" is no known topic; ${advice} (where yours has it, as ${ASK}, add it to data/topics.json)`;
  return [{ id: "unknown-topic", path, message }];
}

/** The topic that was probably meant by a misspelt one, or the topic itself. */
export function meantTopic(written: string): string {
  if (written.includes("*") || knownTopic(written) !== undefined) return written;
  return topicOf(written)?.topic ?? nearestTopic(written) ?? written;
}

/** Compared without the placeholders, which would make short topics look alike. */
function nearestTopic(written: string): string | undefined {
  const plain = (topic: string) => topic.replaceAll(/\.?\{[^}]*\}/g, "");
  const found = nearest(
    plain(written),
    topics.map(({ topic }) => plain(topic)),
    5,
  );
  return topics.find(({ topic }) => plain(topic) === found)?.topic;
}

function wildcard(path: Path): Fault {
  const message = `holds *, which Genesys Cloud documents nowhere and which costs: every event that it lets through is paid for, $1 a million, also what no rule takes; name the topics (${LIST})`;
  return { id: "topic-wildcard", severity: "warning", path, message };
}

function ofKnown({ topic, event_bridge: delivery, successor }: Topic, path: Path): Fault[] {
  switch (delivery) {
    case "confirmed":
    case "reported":
      return [];
    case "unknown": {
      const message = `"${topic}" exists, but nothing public shows that it reaches EventBridge; see whether its transports hold EventBridge (${ASK}) before you count on it`;
      return [{ id: "topic-uncertain", severity: "warning", path, message }];
    }
    case "no": {
      const message = `"${topic}" is a message of WebSocket channels and never reaches EventBridge; leave it out`;
      return [{ id: "topic-websocket-only", path, message }];
    }
    case "retired": {
      const instead = successor === undefined ? "it has no successor, leave it out" : `write "${successor}"`;
      return [{ id: "topic-retired", path, message: `"${topic}" was retired by Genesys Cloud; ${instead}` }];
    }
    default:
      return delivery satisfies never;
  }
}
