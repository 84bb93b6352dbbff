import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { statusPolicy } from "../../../operate/status/policy";
import { everyDestination } from "../../support/every";
import { policyFaults } from "../calls-and-policy";
import { healthy } from "./contents";
import { lookedAt } from "./looked";
import { DEAD } from "./things";

const environment = everyDestination();

test("it lets through every call of a look at every type of destination, and nothing else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "status-policy-"));
  const calls = join(folder, "calls");
  const contents = healthy({ ...environment, organization_id: "3c4f9f1e-0000-4000-8000-00000000c0de" });
  contents.messages.set("every-dead-letters", [DEAD]);
  const attached = { PolicyName: "more", PolicyArn: "arn:aws:iam::123456789012:policy/more" };
  await lookedAt(environment, contents, {
    env: { GENESYS_EVENTBRIDGE_CALLS: calls },
    others: {
      "iam:ListAttachedRolePolicies": () => ({ AttachedPolicies: [attached] }),
      "iam:GetPolicy": () => ({ Policy: { DefaultVersionId: "v1" } }),
      "iam:GetPolicyVersion": () => ({ PolicyVersion: { Document: encodeURIComponent('{"Statement":[]}') } }),
    },
  });
  const other = statusPolicy({ ...environment, name: "other" });
  const [faults, ofOther] = [statusPolicy(environment), other].map((policy) =>
    policyFaults(calls, policy, environment),
  );
  rmSync(folder, { recursive: true });

  expect(faults).toEqual([]);
  expect(ofOther).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^iam:GetRole on .*every-records-eventbridge: /),
      expect.stringMatching(/^sqs:ReceiveMessage on .*every-dead-letters: /),
    ]),
  );
}, 30_000);
