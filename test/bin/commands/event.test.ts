import { root } from "../../support/committed";
import { sh } from "../shell";

const PRESENCE = "'v2.users.{id}.presence'";

test("is traced through a pipe, as it is, by the stream that it says", () => {
  const made = `genesys-eventbridge event ${PRESENCE} --count 3 --environment presence --set detail.eventBody.message=hello`;

  const { status, stdout, stderr } = sh(`${made} | genesys-eventbridge trace presence --event - --exact --json`, root);

  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const traces = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(
    traces.map(({ streams }) => streams[0].rules.filter(({ matches }: { matches: boolean }) => matches).length > 0),
  ).toEqual([true, true, true]);
});

test("ends without a word where its reader has enough, however many are asked for", () => {
  const { status, stdout, stderr } = sh(`genesys-eventbridge event ${PRESENCE} --count 999999999 | head -n 2`, root);

  expect({ status, stderr, lines: stdout.split("\n").length }).toEqual({ status: 0, stderr: "", lines: 3 });
});
