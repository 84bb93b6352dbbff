import { join } from "node:path";
import { tailPolicy } from "../../../operate/tail/policy";
import { folderWith, genesysEventbridge } from "../../bin/support";
import { environment, file } from "../../support/environment";
import { policyFaults } from "../calls-and-policy";
import { tailAccount } from "./account";

test("the rules and the queue of a run are all that it may change, and a bus of an unknown organization is still one suffix", () => {
  const [, rules, queue] = tailPolicy(environment(file().replace(/organization_id.*\n/, "")));

  expect(rules?.Resource).toEqual([
    "arn:aws:events:us-east-1:123456789012:rule/aws.partner/genesys.com/cloud/*/audit/dev-tail-*",
  ]);
  expect(queue?.Resource).toBe("arn:aws:sqs:us-east-1:123456789012:dev-tail-*");
});

test("with a key of the owner's it may use that key through SQS alone", () => {
  const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const statements = tailPolicy(environment(file({ top: `kms_key_arn = "${key}"` })));

  expect(statements.at(-1)).toMatchObject({
    Action: "kms:Decrypt",
    Resource: key,
    Condition: { StringEquals: { "kms:ViaService": ["sqs.us-east-1.amazonaws.com"] } },
  });
});

test.each([
  ["the organization in the file", file()],
  ["the organization of the account's bus", file().replace(/organization_id.*\n/, "")],
])(
  "it lets through every call of a run, and nothing else: with %s",
  async (_, text) => {
    const bus = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit";
    const account = await tailAccount([bus]);
    const cwd = folderWith({ "environments/dev.tfvars": text });
    const calls = join(cwd, "calls");
    const env = { ...account.env, ENVIRONMENTS_DIR: "environments", GENESYS_EVENTBRIDGE_CALLS: calls };
    expect(await genesysEventbridge(["tail", "dev", "--for", "1s"], { cwd, env })).toMatchObject({ code: 0 });
    await account.close();

    const own = environment(text);
    expect(policyFaults(calls, tailPolicy(own), own)).toEqual([]);
    expect(policyFaults(calls, tailPolicy(environment(text, "prod")), own)).toContainEqual(
      expect.stringMatching(/^sqs:TagQueue on .*:dev-tail-/),
    );
  },
  30_000,
);
