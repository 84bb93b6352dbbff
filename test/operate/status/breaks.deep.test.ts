import { everyDestination } from "../../support/every";
import type { Contents } from "./contents";
import { healthy } from "./contents";
import { lookedAt } from "./looked";
import { DEAD, remove, roleOf, the } from "./things";

const environment = { ...everyDestination(), organization_id: "3c4f9f1e-0000-4000-8000-00000000c0de" };
const AT = "us-east-1:123456789012";

const queue = ({ queues }: Contents) => the(queues, "every-queue");

/** What is broken, the link and the subject that are named first, and words of what is said. */
const BROKEN: readonly (readonly [
  what: string,
  breaks: (all: Contents) => unknown,
  link: string,
  subject: string,
  words: RegExp,
])[] = [
  ["the source is gone", ({ sources }) => sources.clear(), "source", "stream audit", /is not in account 123456789012/],
  [
    "the source is pending",
    ({ sources }) => (the(sources).State = "PENDING"),
    "source",
    "stream audit",
    /no bus is on it/,
  ],
  [
    "the source was deleted",
    ({ sources }) => (the(sources).State = "DELETED"),
    "source",
    "stream audit",
    /took it away/,
  ],
  ["the bus is gone", ({ buses }) => buses.clear(), "bus", "stream audit", /is not there/],
  ["the bus has a key", ({ buses }) => (the(buses).KmsKeyIdentifier = "k"), "bus", "stream audit", /encrypted with k/],
  ["a rule is gone", ({ rules }) => remove(rules, "/two"), "rules", "rule two", /is not on its bus/],
  ["a rule is disabled", ({ rules }) => (the(rules, "/two").State = "DISABLED"), "rules", "rule two", /is disabled/],
  [
    "a pattern differs",
    ({ rules }) => (the(rules, "/one").EventPattern = '{"source":["x"]}'),
    "rules",
    "rule one",
    /another than/,
  ],
  [
    "a target is gone",
    ({ targets }) => remove(targets, "/queue"),
    "targets",
    "target queue of rule two",
    /nothing is delivered/,
  ],
  [
    "a target goes elsewhere",
    ({ targets }) => (the(targets, "/queue").Arn = `arn:aws:sqs:${AT}:x`),
    "targets",
    "target queue of rule two",
    /destination, which is .*:x/,
  ],
  [
    "what is sent differs",
    ({ targets }) => (the(targets, "/queue").Input = "{}"),
    "targets",
    "target queue of rule two",
    /what it sends/,
  ],
  [
    "retries differ",
    ({ targets }) => (the(targets, "/queue").RetryPolicy = { MaximumRetryAttempts: 0 }),
    "targets",
    "target queue of rule two",
    /0 attempts/,
  ],
  [
    "no dead letters",
    ({ targets }) => delete the(targets, "/queue").DeadLetterConfig,
    "targets",
    "target queue of rule two",
    /of which there is none/,
  ],
  [
    "a queue is gone",
    ({ queues }) => queues.delete("every-queue"),
    "destinations",
    "destination queue",
    /is not there/,
  ],
  ["a log group is gone", ({ groups }) => remove(groups, "/log"), "destinations", "destination log", /is not there/],
  ["a function is gone", ({ functions }) => functions.clear(), "destinations", "destination function", /is not there/],
  [
    "a stream is being deleted",
    ({ streams }) => (the(streams).StreamStatus = "DELETING"),
    "destinations",
    "destination records",
    /state is DELETING/,
  ],
  [
    "a connection is not authorized",
    ({ connections }) => (the(connections, "webhook").ConnectionState = "DEAUTHORIZED"),
    "destinations",
    "destination webhook",
    /connection every-webhook is DEAUTHORIZED/,
  ],
  [
    "a role is gone",
    ({ roles }) => remove(roles, "every-records-eventbridge"),
    "permissions",
    "target records of rule two",
    /role .* is not there/,
  ],
  [
    "a role trusts another",
    (all) => (roleOf("records")(all).trust = '{"Statement":[]}'),
    "permissions",
    "target records of rule two",
    /does not let EventBridge assume it/,
  ],
  [
    "a role may do nothing",
    (all) => (roleOf("records")(all).policies = {}),
    "permissions",
    "target records of rule two",
    /may not do kinesis:PutRecord/,
  ],
  [
    "a queue lets nobody in",
    (all) => delete queue(all).Policy,
    "permissions",
    "target queue of rule two",
    /queue's policy does not let/,
  ],
  [
    "a key lets nobody in",
    ({ keys, ...all }) => {
      queue({ keys, ...all }).KmsMasterKeyId = "k";
      keys.set("k", { Policy: '{"Statement":[]}', KeyState: "Enabled" });
    },
    "permissions",
    "target queue of rule two",
    /policy of its key/,
  ],
  [
    "a key is switched off",
    ({ keys, ...all }) => {
      queue({ keys, ...all }).KmsMasterKeyId = "k";
      keys.set("k", { Policy: "{}", KeyState: "Disabled" });
    },
    "destinations",
    "destination queue",
    /state is Disabled/,
  ],
  [
    "a topic lets nobody in",
    ({ topics }) => delete the(topics).Policy,
    "permissions",
    "target topic of rule two",
    /topic's policy/,
  ],
  [
    "a function has no permission",
    ({ functions }) => (the(functions).Statement = []),
    "permissions",
    "target function of rule one",
    /no permission lets EventBridge/,
  ],
  [
    "logs have no policy",
    ({ logPolicies }) => logPolicies.clear(),
    "permissions",
    "target log of rule one",
    /no CloudWatch Logs resource policy/,
  ],
  [
    "the dead-letter queue lets nobody in",
    ({ queues }) => delete the(queues, "every-dead-letters").Policy,
    "permissions",
    "target events of rule four",
    /dead-letter queue does not take it/,
  ],
  [
    "deliveries fail",
    ({ metrics }) => metrics.set("FailedInvocations two", 3),
    "traffic",
    "rule two",
    /3 of .* could not be delivered/,
  ],
  [
    "events are lost",
    ({ metrics }) => metrics.set("InvocationsFailedToBeSentToDlq two", 3),
    "traffic",
    "rule two",
    /3 events lost/,
  ],
  [
    "the dead-letter queue is gone",
    ({ queues }) => remove(queues, "dead-letters"),
    "dead-letters",
    "queue every-dead-letters",
    /is not there/,
  ],
  [
    "a dead letter lies there",
    ({ messages }) => messages.set("every-dead-letters", [DEAD]),
    "dead-letters",
    "queue every-dead-letters",
    /1 event .*1 NO_PERMISSIONS/,
  ],
  [
    "an alarm rings",
    ({ alarms }) => Object.assign(the(alarms), { StateValue: "ALARM", StateReason: "crossed" }),
    "alarms",
    "alarm ",
    /it rings: crossed/,
  ],
  [
    "an alarm is gone",
    ({ alarms }) => remove(alarms, "every-dead-letters"),
    "alarms",
    "alarm every-dead-letters",
    /is not there/,
  ],
];

test.each(BROKEN)(
  "names first that %s",
  async (_, breaks, link, subject, words) => {
    const contents = healthy(environment);
    breaks(contents);
    const { status } = await lookedAt(environment, contents);

    expect(status.healthy).toBe(false);
    expect(status.first).toMatchObject({ verdict: "broken", link, what: expect.stringMatching(words) });
    expect(status.first?.subject).toContain(subject);
    expect(status.first?.remedy).toBeTruthy();
  },
  30_000,
);
