import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/committed";
import { file } from "../support/environment";
import { shape } from "../support/json-page";
import { runWith } from "./run";

const page = readFileSync(join(root, "docs", "reference", "json.md"), "utf8");
const [checked, traced, summed] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = ""]) => JSON.parse(text));

const event = readFileSync(join(root, "data", "sample-events", "user-presence.json"), "utf8");
const traceable = file({
  rule: 'targets = ["log"] }\nsome = { stream = "audit", targets = ["log"], pattern = { detail = { eventBody = { source = ["OTHER"] } } }',
});
const files = { "environments/dev.tfvars": traceable, "event.json": event };

test("docs/reference/json.md shows what check prints", async () => {
  const wrong = { "environments/dev.tfvars": file({ rule: 'targets = ["lgo"]' }) };

  expect(JSON.parse((await runWith(wrong, ["check", "--json"])).stdout)).toEqual(checked);
});

test("docs/reference/json.md shows what trace prints", async () => {
  const { stdout } = await runWith(files, ["trace", "dev", "--event", "event.json", "--json"]);

  expect(shape(JSON.parse(stdout))).toEqual(shape(traced));
  expect(JSON.parse(stdout).streams[0].rules[1]).toEqual(traced.streams[0].rules[1]);
});

test("docs/reference/json.md shows what a summary prints", async () => {
  const { stdout } = await runWith(files, ["trace", "dev", "--event", "event.json", "--summary", "--json"]);

  expect(shape(JSON.parse(stdout))).toEqual(shape(summed));
});
