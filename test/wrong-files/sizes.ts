import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

/** A function's state machine that gets events of so many streams. */
function fromStreams(count: number): string {
  const numbers = Array.from({ length: count - 1 }, (_, n) => n + 10);
  const streams = numbers.map(
    (n) => `}\ns${n} = { event_source_suffix = "${n}s", topic_filters = ["v2.users.{id}.presence"]`,
  );
  const rules = numbers.map((n) => `}\nr${n} = { stream = "s${n}", targets = ["log"]`);
  return file({
    stream: streams.join("\n"),
    rule: `targets = ["log"]\n${rules.join("\n")}`,
    destination: 'type = "step_functions"\narn = "arn:aws:states:us-east-1:123456789012:stateMachine:audit"',
  });
}

const placeholders = Array.from({ length: 101 }, (_, n) => `<detail.${n}>`);

/** Many things that are right one by one. */
export const sizes: readonly WrongFile[] = [
  [
    "sends events of 40 streams by one role",
    fromStreams(40),
    "role-trust-too-long 166:18 destinations.log",
    /40 streams.*IAM allows 4096: write a second destination/,
  ],
  [
    "fills 101 values into an alert",
    file({
      destination: `type = "pagerduty"\nrouting_key = { ssm_parameter = "/x" }\nsummary = "${placeholders.slice(0, 80).join("")}"\ndedup_key = "${placeholders.slice(80).join("")}"`,
    }),
    "too-many-variables 11:18 destinations.log",
    /allows 100; use fewer/,
  ],
];

/** Sizes that AWS takes on request. */
export const sizeDoubts: readonly WrongFile[] = [
  [
    "sends events of 20 streams by one role",
    fromStreams(20),
    "role-trust-long 86:18 destinations.log",
    /IAM allows 2048 unless AWS raised/,
  ],
];
