import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../commands/run";
import { root } from "../support/committed";
import { file } from "../support/environment";
import { ioIn } from "../support/io";
import { jsonExample } from "../support/json-page";
import { inFolderOf, runWith } from "./run";

const PRESENCE = "v2.users.{id}.presence";
const files = {
  "environments/dev.tfvars": file({ rule: 'targets = { log = { fields = ["detail.eventBody.primary"] } }' }),
};

test("writes the shape of a topic, also of one with a real id", async () => {
  const [whole, concrete] = await Promise.all([
    runWith({}, ["topics", PRESENCE, "--as", "json-schema"]),
    runWith({}, ["topics", "v2.users.c200b004-fe25-471c-9b57-ff0d2cc25463.presence", "--as", "json-schema"]),
  ]);

  expect(JSON.parse(whole.stdout)).toMatchObject(jsonExample("topics --as json-schema"));
  expect(concrete).toEqual(whole);
});

test("writes a topic of a stream that reads from elsewhere, and one that is named twice once", async () => {
  const multicloud = readFileSync(join(root, "environments", "multicloud.tfvars"), "utf8");
  const other = { "environments/multicloud.tfvars": multicloud };
  const topic = /^ *topic += "(.*)"/m.exec(multicloud)?.[1] ?? "";
  const ran = await runWith(other, ["topics", topic, "--as", "typescript", "--environment", "multicloud"]);
  const [twice, once] = await Promise.all(
    [[PRESENCE, PRESENCE], [PRESENCE]].map((words) => runWith({}, ["topics", ...words, "--as", "zod"])),
  );

  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toContain("export type Interactions");
  expect(twice).toEqual(once);
});

test("writes what a destination gets into a file, over the one before", async () => {
  await inFolderOf({ ...files, "log.ts": "before" }, async (folder) => {
    const { io, stdout, stderr } = ioIn(folder);
    const words = ["--as", "typescript", "--environment", "dev", "--destination", "log", "--out", "log.ts"];

    expect(await run(["topics", ...words], io)).toBe(0);
    expect({ stdout, stderr }).toEqual({ stdout: [], stderr: ["written to log.ts"] });
    expect(readFileSync(join(folder, "log.ts"), "utf8")).toMatch(
      /\n {2}timestamp: string;\n(?:.*\n)? {2}message: string;\n\};\n/,
    );
    expect(readFileSync(join(folder, "log.ts"), "utf8")).toMatch(/export type LogMessageMessage = \{\n {2}detail: \{/);
    expect(readdirSync(folder).sort()).toEqual(["environments", "log.ts"]);
  });
});

test.each([
  [
    ["v2.users.{id}.presense"],
    /^there is no topic v2\.users\.\{id\}\.presense; did you mean v2\.users\.\{id\}\.presence\?$/,
  ],
  [["presence"], /^there is no topic presence; npm run topics -- presence lists those that mention it$/],
  [["--environment", "dve"], /dve/],
  [["--environment", "dev", "--destination", "lgo"], /^dev has no destination lgo; did you mean log\?$/],
  [["--environment", "dev", "v2.flows.{id}"], /^no rule of dev sends v2\.flows\.\{id\} to a destination$/],
])("fails for %j, and writes nothing", async (words, message) => {
  const ran = await runWith(files, ["topics", ...words, "--as", "zod"]);

  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toMatch(message);
});

test.each([
  [["--destination", "log"], "--destination means nothing without --as"],
  [["--out", "x"], "--out means nothing without --as"],
  [["--as", "zod", "--json"], "--json lists topics"],
  [["--as", "zod", "--destination", "log"], "--destination wants --environment"],
  [["--as", "zod", "--event-bridge", PRESENCE], "--event-bridge beside --as"],
  [["--as", "zod", "--refresh", "dev"], "--as means nothing with --refresh"],
  [["--as", "yaml"], "--as yaml is not known; write one of asyncapi, json-schema, typescript, zod"],
])("refuses %j", async (words, message) => {
  const ran = await runWith(files, ["topics", ...words]);

  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain(message);
});
