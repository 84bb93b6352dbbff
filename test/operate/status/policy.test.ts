import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Statement } from "../../../aws/policy";
import type { Environment } from "../../../config/model";
import { statusPolicy } from "../../../operate/status/policy";
import { everyDestination } from "../../support/every";
import { policyFaults } from "../calls-and-policy";
import { healthy } from "./contents";
import { feeders } from "./feeders";
import { lookedAt } from "./looked";
import { DEAD } from "./things";

const organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/0b5a4f9f-0000-4000-8000-00000000c0de";

/** Returns what is wrong with a policy by the calls of a look at an account in which everything is, and a dead letter. */
async function faults(environment: Environment, policy: readonly Statement[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "status-policy-"));
  const calls = join(folder, "calls");
  const contents = healthy({ organization_id, ...environment });
  contents.messages.set(`${environment.name}-dead-letters`, [DEAD]);
  const attached = { PolicyName: "more", PolicyArn: "arn:aws:iam::123456789012:policy/more" };
  await lookedAt(environment, contents, {
    env: { GENESYS_EVENTBRIDGE_CALLS: calls },
    others: {
      "iam:ListAttachedRolePolicies": () => ({ AttachedPolicies: [attached] }),
      "iam:GetPolicy": () => ({ Policy: { DefaultVersionId: "v1" } }),
      "iam:GetPolicyVersion": () => ({ PolicyVersion: { Document: encodeURIComponent('{"Statement":[]}') } }),
    },
  });
  const found = policyFaults(calls, policy, environment);
  rmSync(folder, { recursive: true });
  return found;
}

test.each([
  ["every type of destination", everyDestination()],
  ["what feeds buses and keeps their events", feeders()],
])(
  "it lets through every call of a look at %s, and nothing else",
  async (_, environment) => {
    expect(await faults(environment, statusPolicy(environment))).toEqual([]);
  },
  30_000,
);

test("with a key of one's own, it lets through what asks for the key, and SQS use it to show what lies in the queue", async () => {
  const environment = { ...feeders(`kms_key_arn = "${KEY}"`), organization_id };

  // SQS makes that call itself, in the caller's name.
  expect(await faults(environment, statusPolicy(environment))).toEqual(["kms:Decrypt is held, and no call needed it"]);
  expect(statusPolicy(environment)).toContainEqual({
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: KEY,
    Condition: { StringEquals: { "kms:ViaService": ["sqs.us-east-1.amazonaws.com"] } },
  });
}, 30_000);

test("that of another environment does not let it look here", async () => {
  const environment = everyDestination();

  expect(await faults(environment, statusPolicy({ ...environment, name: "other" }))).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^iam:GetRole on .*every-records-eventbridge: /),
      expect.stringMatching(/^sqs:ReceiveMessage on .*every-dead-letters: /),
    ]),
  );
}, 30_000);
