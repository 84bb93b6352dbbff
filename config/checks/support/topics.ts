import type { Catalogue } from "../../../genesys/catalogue";
import type { Topic } from "../../../genesys/topics";
import { called } from "../../../text/called";
import type { Fault } from "../../../text/issue";
import { nearest } from "../../../text/nearest";
import type { Path } from "../../../text/value";
import type { Draft } from "../../model";
import { refreshing } from "../../organization-topics";

const LIST = `${called("topics")} lists them`;

type View = Pick<Draft, "catalogue" | "path">;

/** Returns what is to be said of a topic, wherever it is written. */
export function topicFaults(written: string, path: Path, draft: View): Fault[] {
  if (written.includes("*")) return [wildcard(path)];
  const { catalogue } = draft;
  const known = catalogue.known(written);
  if (known !== undefined) return ofKnown(known, path, draft);
  const meant = catalogue.of(written);
  if (meant !== undefined) {
    const one = written.includes("{")
      ? ""
      : `; to take one id only, write a rule with pattern = { detail = { topicName = ["${written}"] } }`;
    const message = `must have {id} where an id stands: write "${meant.topic}"${one}`;
    return [{ id: "topic-placeholder", path, message }];
  }
  const near = nearestTopic(written, catalogue);
  const advice = near === undefined ? `write one that ${called("topics")} lists` : `did you mean "${near}"?`;
  const none = catalogue.asked === undefined ? "" : `, nor one of the organization, which ${askedOn(draft)}`;
  const message = `"${written}" is no known topic${none}; ${advice} (${refreshing(draft.path)} asks the organization which topics it has)`;
  return [{ id: "unknown-topic", path, message }];
}

/** The topics that Genesys Cloud sends by sockets alone are right where it is a socket that they come by. */
const OF_OTHER_WAYS = ["topic-uncertain", "topic-websocket-only"];

/** Returns what is to be said of a topic that a stream subscribes to. */
export function subscribedFaults(written: string, path: Path, draft: View): Fault[] {
  const known = draft.catalogue.known(written);
  if (known?.event_bridge === "confirmed" || known?.event_bridge === "reported") {
    const message = `"${written}" reaches EventBridge (${known.evidence}), which Genesys Cloud advises servers to use: nothing is lost there while nobody listens; write it into the topic_filters of a stream of an integration`;
    return [{ id: "topic-on-event-bridge", severity: "warning", path, message }];
  }
  const ofChannel = known?.event_bridge === "no" && known.transports === undefined;
  return topicFaults(written, path, draft).filter(({ id }) => ofChannel || !OF_OTHER_WAYS.includes(id));
}

/** The topic that was probably meant by a misspelt one, or the topic itself. */
export function meantTopic(written: string, catalogue: Catalogue): string {
  if (written.includes("*") || catalogue.known(written) !== undefined) return written;
  return catalogue.of(written)?.topic ?? nearestTopic(written, catalogue) ?? written;
}

/** Compared without the placeholders, which would make short topics look alike. */
function nearestTopic(written: string, { topics }: Catalogue): string | undefined {
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

function askedOn({ catalogue: { asked } }: View): string {
  return `was asked on ${asked?.date} (${asked?.file})`;
}

function ofKnown({ topic, event_bridge: delivery, successor, transports }: Topic, path: Path, draft: View): Fault[] {
  switch (delivery) {
    case "confirmed":
    case "reported":
      return [];
    case "unknown": {
      const advice =
        draft.catalogue.asked === undefined
          ? `leave it out, or ask the organization first: ${refreshing(draft.path)}`
          : `the organization, which ${askedOn(draft)}, does not say either: leave it out, or see whether events come`;
      const message = `"${topic}" exists, but nothing public shows that it reaches EventBridge; ${advice}`;
      return [{ id: "topic-uncertain", severity: "warning", path, message }];
    }
    case "absent": {
      const message = `"${topic}" is a topic of Genesys Cloud, but not of the organization, which ${askedOn(draft)}: what sends it may not be licensed there; leave it out, or ask again with ${refreshing(draft.path)}`;
      return [{ id: "topic-not-in-organization", severity: "warning", path, message }];
    }
    case "no": {
      if (transports !== undefined) {
        const message = `"${topic}" never reaches EventBridge: the organization, which ${askedOn(draft)}, sends it by ${transports.join(" and ")} only; leave it out, or ask again with ${refreshing(draft.path)}`;
        return [{ id: "topic-websocket-only", path, message }];
      }
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
