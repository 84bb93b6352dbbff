import { existsSync } from "node:fs";
import { join } from "node:path";
import { folderWith, genesysEventbridge } from "../support";

const FLAGS = [
  ...["--account", "210987654321", "--region", "eu-central-1", "--suffix", "audit-north"],
  ...["--topic", "v2.audits.entitytype.{id}.entityid.{id}", "--destination", "cloudwatch_logs"],
];

test("writes a file that check finds right, and never a second time", async () => {
  const cwd = folderWith({});
  const env = { ENVIRONMENTS_DIR: "environments" };

  expect(await genesysEventbridge(["init", "north", ...FLAGS], { cwd, env })).toMatchObject({ code: 0, stderr: "" });
  expect(await genesysEventbridge(["check", "north"], { cwd, env })).toMatchObject({
    code: 0,
    stderr: "nothing wrong in 1 environment\n",
  });
  expect(await genesysEventbridge(["init", "north", ...FLAGS], { cwd, env })).toMatchObject({ code: 1, stdout: "" });
});

test("fails with check's own words, and writes nothing", async () => {
  const cwd = folderWith({});
  const env = { ENVIRONMENTS_DIR: "environments" };
  const { code, stderr } = await genesysEventbridge(["init", "north", ...FLAGS, "--account", "12"], { cwd, env });

  expect(code).toBe(1);
  expect(stderr).toContain("it must be 12 digits");
  expect(existsSync(join(cwd, "environments"))).toBe(false);
});
