import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { file } from "../../support/environment";
import { folderWith, runBin } from "../support";

test("writes the stacks of a folder of environments", async () => {
  const cwd = folderWith({ "environments/dev.tfvars": file() });
  const env = { ENVIRONMENTS_DIR: "environments" };

  const ended = await runBin(["run.mjs", "main.ts"], { cwd, env });

  expect(ended).toEqual({ code: 0, stdout: "cdktf.out/stacks/dev\n", stderr: "" });
  expect(readdirSync(join(cwd, "cdktf.out"))).toEqual(["manifest.json", "stacks"]);
  const stack = JSON.parse(readFileSync(join(cwd, "cdktf.out", "stacks", "dev", "cdk.tf.json"), "utf8"));
  expect(Object.keys(stack.resource)).toContain("aws_cloudwatch_event_rule");
  expect(await runBin(["run.mjs", "main.ts", "prod"], { cwd, env })).toMatchObject({ code: 1, stdout: "" });
});
