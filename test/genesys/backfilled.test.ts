import { BACKFILLED } from "../../genesys/backfilled";
import { topics } from "../../genesys/topics";
import { bridgeFile } from "../support/bridge-file";
import { parse } from "../support/environment";

test("rules of a bus of one's own may name what is fetched later, which is no topic of Genesys Cloud's", () => {
  const text = bridgeFile().replace(
    /targets = \[/,
    `topics = ${JSON.stringify(["v2.users.{id}.conversations", ...Object.values(BACKFILLED)])}\n$&`,
  );

  expect(text).toContain(BACKFILLED.conversations);
  expect(parse(text).issues).toEqual([]);
  expect(topics.filter(({ topic }) => Object.values<string>(BACKFILLED).includes(topic))).toEqual([]);
});
