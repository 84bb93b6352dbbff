import { error, issueKinds, warning } from "./kind";

/** The issues of rules, and of the targets that they name. */
export const ruleIssues = issueKinds({
  "unknown-stream": error(
    "The rule belongs to a stream that is not in the file.",
    "The name of a stream of this file.",
  ),
  "unknown-destination": error(
    "The target is not in destinations, so that nothing says where events go.",
    "The name of a destination of this file.",
  ),
  "rule-no-target": error(
    "A rule without a target drops what it matches.",
    "At least one destination in targets, or enabled = false.",
  ),
  "rule-target-twice": error("One destination would get each event twice from one rule.", "The name once."),
  "rule-too-many-targets": error(
    "EventBridge takes five targets for a rule.",
    "A second rule with the same pattern for the others.",
  ),
  "same-target-id": error(
    "EventBridge keeps one target of an id in a rule: the other would never get an event.",
    "A target_id of its own for one of the two.",
  ),
  "rule-redundant": warning(
    "Another rule takes all of its events and sends them to the same place, where each arrives twice.",
    "The destination in one of the two rules only.",
  ),
  "topic-not-sent": error(
    "The stream does not send the topic that the rule asks for, so that no event of it can match.",
    "The topic in the stream's topic_filters too, or a topic that stands there.",
  ),
  "too-many-rules": warning(
    "EventBridge takes a limited number of rules on a bus unless AWS raised that quota.",
    "Fewer rules, or a second stream.",
  ),
  "too-many-wildcard-rules": error(
    "EventBridge takes a limited number of rules with wildcards on a bus.",
    "prefix, suffix or whole values where they do, or a second stream.",
  ),
});
