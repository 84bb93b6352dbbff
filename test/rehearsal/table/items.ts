import { strict as assert } from "node:assert";
import * as account from "./account";

const DAYS = ["2026-03-01", "2026-03-02", "2026-03-03"].map((day) => `${day}T12:00:00.000Z`) as [
  string,
  string,
  string,
];
const [first, second, third] = DAYS;

async function arrives(id: string, user: string, date: string): Promise<void> {
  const sent = await account.send(id, user, date);
  assert.equal(sent.status, "delivered", JSON.stringify(sent));
}

/** Events of one key leave the newest, whatever the order in which they come, and one that comes twice changes nothing. */
async function inAnyOrder(): Promise<void> {
  const orders = {
    "in-order": [first, second, third],
    "out-of-order": [second, third, first],
    twice: [third, third],
  };
  for (const [user, dates] of Object.entries(orders)) {
    for (const date of dates) await arrives(`${user}-${date}`, user, date);
  }
  assert.deepEqual(await account.items(), { "in-order": third, "out-of-order": third, twice: third });
  assert.deepEqual(await account.takeDeadLetters(), []);
  console.log("table: events in order, out of order and twice leave the newest");
}

/** What becomes of an event while a permission is gone: of one that makes an item, and of one that makes none. */
interface Outcome {
  readonly whole: readonly [status: string, error?: string];
  readonly incomplete: readonly [status: string, error?: string];
}

const FROM_EVENTBRIDGE = ["dead letter", "NO_PERMISSIONS"] as const;
const FROM_WORKFLOW = ["dead letter", "INCOMPLETE_ITEM"] as const;
/** The workflow fails, which its alarm counts, and can put the event nowhere. */
const NOWHERE = ["lost"] as const;

const outcomes: Readonly<Record<string, Outcome>> = {
  "states:StartExecution": { whole: FROM_EVENTBRIDGE, incomplete: FROM_EVENTBRIDGE },
  "dynamodb:PutItem": { whole: ["dead letter", "DynamoDB.AccessDeniedException"], incomplete: FROM_WORKFLOW },
  // The dead-letter queue's own: events are written as long as nothing else is wrong.
  "sqs:SendMessage": { whole: ["delivered"], incomplete: NOWHERE },
  "kms:GenerateDataKey": { whole: ["delivered"], incomplete: NOWHERE },
  // Table and queue have one key, so that neither can be used.
  "kms:Decrypt": { whole: NOWHERE, incomplete: NOWHERE },
};

async function told(what: string, { whole, incomplete }: Outcome, mend: () => Promise<unknown>): Promise<void> {
  const cases = [
    [`whole-${what}`, what, whole],
    [`incomplete-${what}`, undefined, incomplete],
  ] as const;
  for (const [id, user, [status, error]] of cases) {
    const sent = await account.send(id, user, first);
    assert.equal(sent.status, status, `without ${what}, ${id}: ${JSON.stringify(sent)}`);
    if (status === "lost") assert.equal(sent.workflow?.status, "FAILED");
    const kept = status === "dead letter" ? [[id, error]] : [];
    assert.deepEqual(await account.takeDeadLetters(), kept, `without ${what}, ${id}`);
  }
  assert.equal((await account.items())[what], whole[0] === "delivered" ? first : undefined);
  await mend();
  await arrives(`again-${what}`, what, second);
}

/** Takes each permission of both roles away, one at a time, as they stand in the account. */
async function withoutEach(): Promise<void> {
  for (const role of account.ROLES) {
    const held = await account.policyOf(role);
    for (const action of held.document.Statement.flatMap(({ Action }) => Action)) {
      const outcome = outcomes[action];
      assert(outcome, `nothing here says what becomes of events without ${action}`);
      await account.putPolicy(role, { ...held, document: withoutAction(held.document, action) });
      const mend = () => account.putPolicy(role, held);
      await told(action, outcome, mend);
      console.log(
        `table: without ${action} of ${role}: ${outcome.whole.join(" ")}; incomplete: ${outcome.incomplete.join(" ")}`,
      );
    }
  }
  const [eventBridge] = account.ROLES;
  await told("trust", { whole: FROM_EVENTBRIDGE, incomplete: FROM_EVENTBRIDGE }, await account.distrust(eventBridge));
  console.log(`table: without the trust of ${eventBridge}: ${FROM_EVENTBRIDGE.join(" ")}`);
}

/** An action that lets nobody do anything stands in its place: a policy without any is none. */
function withoutAction({ Statement, ...rest }: account.Policy, taken: string): account.Policy {
  const left = (action: string) => (action === taken ? "sts:GetCallerIdentity" : action);
  return { ...rest, Statement: Statement.map((one) => ({ ...one, Action: [one.Action].flat().map(left) })) };
}

export async function rehearseItems(stack: string, key: string): Promise<void> {
  await account.ownKey(stack, key);
  await account.hurried();
  await inAnyOrder();
  await withoutEach();
}
