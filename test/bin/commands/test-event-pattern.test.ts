import { folderWith, genesysEventbridge } from "../support";

test.each([
  ['{"a":["x"]}', true, 0],
  ['{"a":["y"]}', false, 0],
])("says whether %s matches an event in a file", async (pattern, Result, code) => {
  const cwd = folderWith({ "event.json": '{ "a": "x" }' });
  const args = ["test-event-pattern", "--event-pattern", pattern, "--event", "file://event.json"];

  const ended = await genesysEventbridge(args, { cwd });

  expect(ended).toMatchObject({ code, stderr: "" });
  expect(JSON.parse(ended.stdout)).toEqual({ Result });
});
