import { parse } from "../../../support/environment";
import { AUDIT, onTopics } from "../../../wrong-files/lost";

const BODY = "detail.eventBody";
const target = (options: string, destination: string, topic = AUDIT) =>
  onTopics({ rule: `targets = { log = { ${options} } }`, destination: `type = "${destination}"` }, topic);
const filled = (template: string, path: string, destination = "sqs") =>
  target(`template = ${template}, variables = { x = "${path}" }`, destination);
const keyed = (path: string, topic: string) =>
  onTopics({ destination: `type = "kinesis"\npartition_key_path = "${path}"` }, topic);

test.each([
  ["a list as a value of its own", filled('{ a = "<x>" }', `${BODY}.propertyChanges`)],
  ["an object as a value of its own in a list", filled('{ a = ["<x>"] }', `${BODY}.entity`)],
  ["an object outside of quotes of a text that is JSON", filled('"{\\"a\\": <x>}"', `${BODY}.entity`)],
  ["a list in a text, which is written without its quotes", filled('"changed: <x>"', `${BODY}.propertyChanges`)],
  ["a text within quotes", filled('{ a = "by <x>" }', `${BODY}.userId`)],
  ["a member of a list within quotes", filled('{ a = "by <x>" }', `${BODY}.remoteIp[0]`)],
  ["a member of a list for a log group", filled('"by <x>"', `${BODY}.remoteIp[0]`, "cloudwatch_logs")],
  [
    "lists and objects of a queue",
    target(`fields = ["${BODY}.propertyChanges", "${BODY}.entity", "resources"]`, "sqs"),
  ],
  ["a part of the event that is a list", target(`input_path = "${BODY}.propertyChanges"`, "sqs")],
  ["texts of a log group", target(`fields = ["id", "${BODY}.entity.id"]`, "cloudwatch_logs")],
  ["the whole event as a value of its own", target('template = { e = "<aws.events.event.json>" }', "sqs")],
  ["a partition key that every known event has", keyed(`${BODY}.entity.id`, AUDIT)],
  ["a partition key of the envelope", keyed("detail-type", AUDIT)],
  ["a partition key below an object of any names", keyed(`${BODY}.context.a`, AUDIT)],
])("has nothing to say of %s", (_, text) => {
  expect(parse(text).issues).toEqual([]);
});

test.each(["conversationIds", "participant", "uid", "somethingElse"])(
  "takes %s of a topic without known events for a name of its own",
  (name) => {
    const { issues } = parse(keyed(`${BODY}.${name}`, "v2.users.{id}.tokens"));

    expect(issues.map(({ id }) => id)).toEqual(["topic-uncertain"]);
  },
);

test.each(["constructor", "__proto__", "toString", "detail.eventBody.constructor", "detail.constructor.name"])(
  "takes the path %s, whose name JavaScript knows, like any other",
  (path) => {
    const forLog = target(`fields = ["${path}", "id"]`, "cloudwatch_logs");
    const { issues } = parse(keyed(path, AUDIT));

    expect(issues.map(({ id }) => id)).toEqual([path.startsWith("detail.") ? "path-unknown" : "path-not-in-event"]);
    expect(() => parse(forLog)).not.toThrow();
  },
);
