import { folderWith, genesysEventbridge } from "../../bin/support";
import { environment } from "../../support/environment";
import { awsServer } from "../aws/server";
import { answers } from "./answers";
import { healthy } from "./contents";

const rules = Array.from({ length: 100 }, (_, index) => `r${index} = { stream = "audit", targets = ["log", "queue"] }`);
const text = `aws_account_id = "123456789012"
aws_region = "us-east-1"
organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de"
streams = { audit = { event_source_suffix = "audit", topic_filters = ["v2.users.{id}.presence"] } }
rules = {
${rules.join("\n")}
}
destinations = { log = { type = "cloudwatch_logs" }, queue = { type = "sqs" } }
`;

test("looks at 100 rules with so few calls that ten a second end within 15 seconds, and begins no more than that", async () => {
  const cwd = folderWith({ "environments/large.tfvars": text });
  const server = await awsServer(answers(healthy(environment(text, "large"))), { delay: 50 });
  const begun = performance.now();
  const env = { ...server.env, ENVIRONMENTS_DIR: "environments" };
  const { code, stdout } = await genesysEventbridge(["status", "large", "--json"], { cwd, env });
  await server.close();

  expect({ code, ...(JSON.parse(stdout) as object) }).toMatchObject({ code: 0, healthy: true });
  // 13 seconds of calls; the rest is for the program's start and the last answers.
  expect(server.calls.length).toBeLessThan(130);
  const times = server.calls.map(({ at }) => at);
  // However late a busy machine sends them, none is early; timers may be, by a millisecond each.
  for (const [index, at] of times.entries()) expect(at - begun).toBeGreaterThan(index * 99);
}, 60_000);
