import { called } from "../called";
import { either, error, issueKinds, warning } from "./kind";

/** The issues of streams, their topics, and alarms. */
export const streamIssues = issueKinds({
  "no-stream": error("Without a stream no event can arrive, and there is nothing to make.", "At least one stream."),
  "stream-unused": warning(
    "Events that Genesys Cloud sends are paid for, also those that no rule takes.",
    "A rule for the stream, or no stream.",
  ),
  "same-suffix": error(
    "Two integrations with one suffix make the same event source, which Genesys Cloud refuses.",
    "Another event_source_suffix for one of them.",
  ),
  "auth-not-taken": error(
    "Not every cluster knows every way to prove who reads: MSK has some, and others have some.",
    "A way that the message names.",
  ),
  "filter-unknown-field": error(
    "A filter sees a record, not an event: a field that no record has matches nothing, and nothing would come.",
    "A field of the record that the message names.",
  ),
  "same-consumer-group": error(
    "Readers of one consumer group share out the records of a topic among them, so that each gets only a part.",
    "A consumer_group of its own for each, or none.",
  ),
  "ambiguous-lookup": either(
    "AWS finds event sources by the beginning of their names, and here it finds two.",
    'A suffix that is not the beginning of another, or lookup = "off".',
  ),
  "discovery-with-key": error(
    "EventBridge discovers no schemas on a bus that is encrypted with a key of your own.",
    "One of the two.",
  ),
  "unknown-topic": error(
    "Genesys Cloud refuses an integration with a topic that it does not know.",
    `A topic that ${called("topics")} lists.`,
  ),
  "topic-placeholder": error(
    "Topics have {id} where an id stands; every other spelling is another topic, which there is not.",
    "The topic with {id}, as the message shows it.",
  ),
  "topic-retired": error(
    "Genesys Cloud does not send this topic any more.",
    "The topic that came after it, or nothing.",
  ),
  "topic-websocket-only": error(
    "Genesys Cloud sends it over WebSockets and never to EventBridge.",
    "Another topic, or nothing.",
  ),
  "topic-uncertain": warning(
    "Nothing public shows that Genesys Cloud sends this topic to EventBridge.",
    "The topic, after the look-up that the message names.",
  ),
  "topic-on-event-bridge": warning(
    "Genesys Cloud itself advises servers to take events by EventBridge: it keeps what cannot be delivered for days, and a socket keeps nothing.",
    "The topic in topic_filters of a stream of an integration, unless it must come by a socket.",
  ),
  "topic-ids": error(
    "A socket is subscribed to topics of known ids only, and these ids are not known.",
    "The ids, as the message shows them.",
  ),
  "too-many-subscriptions": error(
    "Genesys Cloud gives an OAuth client so many channels, and each takes so many topics.",
    "Fewer topics or ids, or a second stream with an OAuth client of its own.",
  ),
  "topic-not-in-organization": warning(
    "The organization, when it was asked, did not have this topic: what sends it may not be licensed, or the answer is old.",
    "Nothing, or the topic after `topics --refresh` has asked again.",
  ),
  "topics-file-invalid": error(
    "The file of the organization's topics beside the environment is not what `topics --refresh` writes.",
    "The file anew, by the command in the message.",
  ),
  "topics-file-foreign": error(
    "The file of topics beside the environment is of another organization than the environment's organization_id.",
    "The organization_id that is right, or the file anew, by the command in the message.",
  ),
  "topic-wildcard": warning(
    "Every event that a wildcard lets through is paid for, also what no rule takes, and Genesys Cloud documents none.",
    "The topics one by one.",
  ),
  "topic-unused": warning(
    "Events of a topic that no rule takes are paid for and dropped.",
    "The topic in a rule's topics, or no topic.",
  ),
  "alarm-too-many-receivers": error(
    "An alarm in CloudWatch tells at most five topics.",
    "Fewer receivers, or one topic to which the others are subscribed.",
  ),
  "alarm-tells-nobody": warning(
    "Whoever protects a stream cares whether its events arrive, and here nobody would be told.",
    "An SNS topic's ARN or an e-mail address in monitoring.notify.",
  ),
  "alarms-off": warning(
    "Whoever protects a stream cares whether its events arrive, and here no alarm would fire.",
    "monitoring.alarms = true, or nothing, which is the same.",
  ),
  "alarms-costly": warning(
    "CloudWatch charges for each metric of an alarm, and many rules make many.",
    "monitoring.alarms = false if that is more than they are worth, or fewer rules.",
  ),
});
