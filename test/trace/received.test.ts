import { runWith } from "../commands/run";
import { file } from "../support/environment";
import { topicFile } from "../support/topic-file";

const FILTERS = 'filters = [{ value = { ccid = ["acme"] } }, { key = ["k"], value = { ccid = ["other"] } }]';

async function traced(text: string, sent: unknown, ...args: string[]) {
  const files = { "environments/dev.tfvars": text, "sent.json": JSON.stringify(sent) };
  return runWith(files, ["trace", "dev", "--event", "sent.json", ...args]);
}
const json = async (text: string, sent: unknown) => JSON.parse((await traced(text, sent, "--json")).stdout);

test("puts the value of a record into the envelope that its stream makes", async () => {
  const { streams, topic } = await json(topicFile(), { ccid: "acme" });

  expect(topic).toBe("interactions");
  expect(JSON.parse(streams[0].rules[0].deliveries[0].payload)).toMatchObject({
    "detail-type": "interactions",
    source: "kafka/dev/cx",
    account: "123456789012",
    region: "us-east-1",
    detail: { topicName: "interactions", version: "2", eventBody: { ccid: "acme" }, metadata: { key: [] } },
  });
});

test.each([
  ["a text", "x"],
  ["a number", 3],
])("takes a record whose value is %s", async (_, value) => {
  const { streams } = await json(topicFile(), value);

  expect(streams[0].rules[0].matches).toBe(true);
});

test("says why filters leave a record out", async () => {
  const { streams, reason } = await json(topicFile({ more: FILTERS }), { ccid: "acme2" });

  expect(streams).toEqual([]);
  expect(reason).toBe(
    'stream cx does not bring it: its filters leave it out: value.ccid is "acme2"; the filter wants "acme", or value.ccid is "acme2"; the filter wants "other"',
  );
});

test("takes what only the topic knows, such as a key, to be as filters want it", async () => {
  expect((await json(topicFile({ more: FILTERS }), { ccid: "other" })).streams).toHaveLength(1);
});

test("says what a record without a value does", async () => {
  expect((await json(topicFile(), null)).reason).toMatch(/makes no event, and the pipe stops at it/);
});

test("makes an event of a record without a value where Lambda reads", async () => {
  const more = 'format = "avro"\nschema_registry = { url = "https://registry.acme.example" }';

  expect((await json(topicFile({ more }), null)).streams[0].rules[0].matches).toBe(true);
});

test("traces it by each stream that knows such senders, and by no other", async () => {
  const two = topicFile({ second: 'consumer_group = "own"' });
  const { stdout } = await traced(two, { ccid: "acme" });

  expect(stdout.match(/^sent\.json, by stream \w+/gm)).toEqual(["sent.json, by stream cx", "sent.json, by stream cx2"]);
});

test("counts it, and looks for it with --verify", async () => {
  const text = topicFile({ more: FILTERS });
  const files = {
    "environments/dev.tfvars": text,
    "environments/dev.events/one.json": '{"ccid":"acme"}',
    "environments/dev.events/one.expected.json": '{"deliveries":[{"rule":"all","destination":"log"}]}',
    "environments/dev.events/two.json": '{"ccid":"nobody"}',
    "environments/dev.events/two.expected.json": '{"deliveries":[]}',
  };

  expect((await traced(text, { ccid: "nobody" }, "--summary")).stdout).toMatch(/1 that no stream sends/);
  expect(await runWith(files, ["trace", "dev", "--verify"])).toMatchObject({
    code: 0,
    stderr: "2 scenarios, all as expected",
  });
});

test("asks for an envelope where every stream has whole events", async () => {
  const { code, stderr } = await traced(file(), { ccid: "acme" });

  expect(code).toBe(1);
  expect(stderr).toContain('it has no "detail-type"');
});
