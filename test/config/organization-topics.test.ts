import { examine } from "../../config/environment";
import { parseEnvironments } from "../../config/environments";
import type { OwnTopic } from "../../genesys/organization-topics";
import { topicsText } from "../../operate/topics";
import { brief, file } from "../support/environment";

const ID = "3c4f9f1e-0000-4000-8000-00000000c0de";
const own = (...topics: readonly OwnTopic[]) => topicsText({ organization_id: ID, asked: "2026-11-28", topics });

/** What is said of a stream with these topics, beside a file of its organization's. */
function examined(topics: readonly string[], beside: string) {
  const text = file().replace(/topic_filters = \[.*?\]/, `topic_filters = ${JSON.stringify(topics)}`);
  const bytes = Buffer.from(text);
  return examine({
    path: "dev.tfvars",
    name: "dev",
    bytes,
    topics: { path: "dev.topics.json", bytes: Buffer.from(beside) },
  });
}
const FILTER = "5:71 streams.audit.topic_filters[0]";
const TOKENS = "v2.users.{id}.tokens";

test.each([
  ["that is sent by EventBridge", TOKENS, ["EventBridge"], []],
  ["that is sent by all", TOKENS, ["All"], []],
  ["that is sent otherwise only", TOKENS, ["ProcessAutomation", "Websocket"], [`topic-websocket-only ${FILTER}`]],
  ["of which no way is told", TOKENS, [], [`topic-uncertain ${FILTER}`]],
  ["that is nowhere else known", "v2.brand.{id}.new", ["All"], []],
  ["that is said to be retired", "v2.conversations.{id}.transcriptions", ["All"], []],
])("goes by what the organization says of a topic %s", (_, topic, transports, issues) => {
  expect(examined([topic], own({ topic, transports })).issues.map(brief)).toEqual(issues);
});

test("says of a topic that the organization has not when it was asked, and how to ask again", () => {
  const { environment, issues } = examined([TOKENS], own({ topic: "v2.brand.{id}.new", transports: ["All"] }));

  expect(issues.map(brief)).toEqual([`topic-not-in-organization ${FILTER}`]);
  expect(issues[0]?.message).toMatch(/asked on 2026-11-28 \(dev\.topics\.json\).*topics -- --refresh dev\.tfvars$/);
  expect(environment).toBeDefined();
});

test("says in which ways a topic is sent that does not reach EventBridge", () => {
  const { issues } = examined([TOKENS], own({ topic: TOKENS, transports: ["ProcessAutomation", "Websocket"] }));
  expect(issues[0]?.message).toContain("sends it by ProcessAutomation and Websocket only; leave it out");
});

test("finds a slip among the organization's topics", () => {
  const { issues } = examined(["v2.brand.{id}.nwe"], own({ topic: "v2.brand.{id}.new", transports: ["All"] }));
  expect(issues.map(brief)).toEqual([`unknown-topic ${FILTER}`]);
  expect(issues[0]?.message).toMatch(/nor one of the organization, .*did you mean "v2\.brand\.\{id\}\.new"\?/);
});

test("retired topics and messages of channels, which are in no answer, stay what they are", () => {
  const { issues } = examined(["v2.conversations.{id}.transcriptions", "v2.system.socket_closing"], own());
  expect(issues.map(({ id }) => id)).toEqual(["topic-retired", "topic-websocket-only"]);
});

test.each([
  ["is cut off", "{", "syntax 1:2"],
  ["is of another kind", '{ "a": 1 }', "topics-file-invalid 1:1 organization_id"],
  [
    "was edited",
    own({ topic: "v2.x", transports: [] }).replace("[]}", '"All"}'),
    "topics-file-invalid 5:34 topics[0].transports",
  ],
  ["has no date", own().replace("2026-11-28", "today"), "topics-file-invalid 3:12 asked"],
  ["is another organization's", own().replace(ID, ID.replace("3", "4")), "topics-file-foreign 2:22 organization_id"],
])("fails, in the file itself, where it %s", (_, beside, issue) => {
  const { environment, issues } = examined(["v2.users.{id}.presence"], beside);

  expect(issues.map((found) => `${found.file}: ${brief(found)}`)).toEqual([`dev.topics.json: ${issue}`]);
  expect(environment).toBeUndefined();
});

test("a broken file keeps back its own environment and no other", () => {
  const one = (name: string, text: string) => ({ path: `${name}.tfvars`, name, bytes: Buffer.from(text) });
  const other = file().replace('"audit"', '"other"').replace("us-east-1", "us-west-2");
  const broken = { path: "dev.topics.json", bytes: Buffer.from("{") };
  const { sound, environments } = parseEnvironments([{ ...one("dev", file()), topics: broken }, one("test", other)]);

  expect(sound.map(({ name }) => name)).toEqual(["test"]);
  expect(environments).toBeUndefined();
});

test("a file that lines end in as on Windows, with a mark at its beginning, is read", () => {
  const beside = `\ufeff${own({ topic: TOKENS, transports: ["All"] }).replaceAll("\n", "\r\n")}`;
  expect(examined([TOKENS], beside).issues).toEqual([]);
});

/** What is said of a file that names its organization so, or not at all. */
function saidWith(organization: string) {
  const bytes = Buffer.from(file().replace(/organization_id.*/, organization));
  const topics = {
    path: "dev.topics.json",
    bytes: Buffer.from(own({ topic: "v2.users.{id}.presence", transports: ["All"] })),
  };
  return examine({ path: "dev.tfvars", name: "dev", bytes, topics }).issues.map(({ id }) => id);
}

test("an organization is the same in capitals, and may be named in the topics alone", () => {
  expect(saidWith(`organization_id = "${ID.toUpperCase()}"`)).toEqual([]);
  expect(saidWith("")).toEqual([]);
});

test("says nothing of the topics beside a file whose organization_id is no id, but that", () => {
  expect(saidWith('organization_id = "north"')).toEqual(["invalid-format"]);
});
