import { readFileSync } from "node:fs";
import { join } from "node:path";
import { newRun } from "../../../operate/tail/names";
import { folderWith, genesysEventbridge } from "../../bin/support";
import { root } from "../../support/committed";
import { environment } from "../../support/environment";
import { awsServer } from "../aws/server";
import { answers } from "../status/answers";
import { healthy } from "../status/contents";

test("status says nothing of the rules that a run makes for a while", async () => {
  const text = `organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de"\n${readFileSync(join(root, "environments", "staging.tfvars"), "utf8")}`;
  const cwd = folderWith({ "environments/staging.tfvars": text });
  const contents = healthy(environment(text, "staging"));
  const names = ["staging-tail-calls", newRun("staging", new Date(Date.now() + 600_000)).name];
  for (const bus of contents.buses.keys())
    for (const Name of names) contents.rules.set(`${bus}/${Name}`, { Name, State: "ENABLED" });
  const server = await awsServer(answers(contents));
  const env = { ...server.env, ENVIRONMENTS_DIR: "environments" };
  const { stdout } = await genesysEventbridge(["status", "staging", "--json"], { cwd, env });
  await server.close();

  expect(stdout).toContain(names[0]);
  expect(stdout).not.toContain(names[1]);
}, 30_000);
