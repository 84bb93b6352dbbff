import { Tally } from "../../../operate/usage/tally";
import { Tracer } from "../../../trace/tracer";
import { environment, file } from "../../support/environment";
import { synthesized } from "../../support/stack";

const text = (keys: string) => file({ destination: `type = "kinesis"\npartition_key_path = "id"\n${keys}` });
const event = {
  id: "1",
  "detail-type": "v2.users.{id}.presence",
  source: "x",
  detail: { topicName: "v2.users.1.presence" },
};

test.each([
  ["on demand", "", [], true],
  ["by shards", 'mode = "provisioned"', ["it is charged by shards and hours"], false],
  [
    "by whoever made it",
    'arn = "arn:aws:kinesis:us-east-1:123456789012:stream/theirs"',
    ["it is charged by its mode, which the file does not say"],
    false,
  ],
])("a stream that is charged %s has a price only where it is known", (_, keys, remarks, known) => {
  const own = environment(text(keys));
  const tally = new Tally(own, new Tracer(own, { exact: false }));
  tally.add(event);
  const row = tally.rows().find(({ kind }) => kind === "destination");

  expect(row).toMatchObject({ events: { least: 1, most: 1 }, remarks });
  expect(row?.dollars.most !== undefined).toBe(known);
  expect(JSON.stringify(synthesized(text(keys))).includes("Kinesis streams on demand")).toBe(known);
});
