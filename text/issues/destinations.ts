import { error, issueKinds, warning } from "./kind";

/** The issues of destinations one by one; their names and ARNs are among account and names. */
export const destinationIssues = issueKinds({
  "destination-unused": warning(
    "Nothing arrives at a destination that is the target of no rule, and it may cost something.",
    "Its name in a rule's targets, or no destination.",
  ),
  "key-without-effect": error(
    "The key means nothing beside the others, and whoever wrote it counts on it.",
    "The map without it, or with the key that the message names.",
  ),
  "access-log-bucket": error(
    "A bucket that logs into itself fills itself.",
    "The name of another bucket that exists for access logs.",
  ),
  "fifo-name": error(
    "Names of FIFO queues and topics end in .fifo, and no others do.",
    "fifo = true, or another name.",
  ),
  "prefix-format": error(
    "Firehose refuses the prefix, or would write every object under it as text.",
    "!{timestamp:yyyy/MM/dd} or another expression that Firehose knows.",
  ),
  "prefix-in-doubt": warning(
    "The letters of the date's format mean something else than most people think.",
    "yyyy for the year, dd for the day of the month, HH for the hour.",
  ),
  "not-queryable": error(
    "Athena would not find or not read the files, and every query would be empty.",
    "A prefix whose time has years, months, days and hours in this order and that ends in /, and GZIP; or no catalog.",
  ),
  "topic-part": error(
    "The topic has no such part, so that every event would be a dead letter.",
    "The number of a part that is an id, counted from 0 between the topic's dots.",
  ),
  "topic-part-fixed": warning(
    "The part is the same word in every event, so that all of them write one item.",
    "The number of a part that is an id.",
  ),
  "attribute-twice": error("Two attributes of an item have one name, and one would be lost.", "Another name."),
  "refusal-unseen": error(
    "Kafka's REST API answers 200 and says in the body that it refused a record. EventBridge looks at the 200 alone: no retry, no dead letter.",
    "The type of destination that the message names, whose function reads what the brokers answer.",
  ),
  "wildcard-in-query": error("EventBridge fills in a * of the path only.", "%2A, or query in the target."),
  "role-trust-long": warning(
    "The role of a destination names every stream that may use it, and IAM limits the length of that.",
    "A second destination for some of the streams, or a quota of AWS for more.",
  ),
  "role-trust-too-long": error(
    "The role of a destination names every stream that may use it, and IAM takes no more than this.",
    "A second destination for some of the streams.",
  ),
});
