import { runWith } from "../commands/run";
import { file } from "../support/environment";

const destination =
  'type = "kafka"\nbrokers = ["b1.acme.example:9096"]\ntopic = "genesys.events"\nkey_path = "topic[2]"\nauth = { type = "plain", credentials = { secrets_manager = "k" } }';
const event = {
  id: "e-1",
  "detail-type": "v2.users.{id}.presence",
  source: "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit",
  detail: { topicName: "v2.users.u-1.presence", eventBody: { source: "PURECLOUD" } },
};
const trace = (...args: string[]) =>
  runWith({ "environments/dev.tfvars": file({ destination }), "sent.json": JSON.stringify(event) }, [
    "trace",
    "dev",
    "--event",
    "sent.json",
    ...args,
  ]);

test("shows the record that Kafka gets: topic, key, headers, value", async () => {
  const { streams } = JSON.parse((await trace("--json")).stdout);
  const { record } = streams[0].rules[0].deliveries[0].written;

  expect(record).toMatchObject({
    topic: "genesys.events",
    key: "u-1",
    headers: { event_id: "e-1", topic: "v2.users.{id}.presence" },
  });
  expect(JSON.parse(record.value)).toMatchObject(event);
  expect((await trace()).stdout).toContain('"key":"u-1"');
});
