import type { Plan } from "../../operate/tail/plan";
import type { Remains } from "../../operate/tail/remains";
import type { Io } from "../io";
import { timeText } from "../time";
import { asJson } from "./clean";
import { thingsOf } from "./remains";

/** Says what a run would make and take away. */
export function sayPlan(
  { run, rules, queueArn, queue, tags }: Plan,
  left: readonly Remains[],
  json: boolean,
  io: Io,
): number {
  const { Policy = "", ...attributes } = queue;
  if (json) {
    io.json(
      {
        name: run.name,
        expires: timeText(run.expires),
        rules: rules.map(({ stream, bus, arn, pattern }) => ({ stream, bus, arn, pattern: JSON.parse(pattern) })),
        queue: { arn: queueArn, attributes, policy: JSON.parse(Policy) },
        tags,
        left: left.map(asJson),
      },
      2,
    );
    return 0;
  }
  io.stdout([
    ...left.map((remains) => `would take away what an earlier run has left: ${thingsOf(remains)}`),
    ...rules.flatMap(({ stream, bus, pattern }) => [
      `would make the rule ${run.name} on the bus ${bus} of stream ${stream}, with the pattern`,
      `  ${pattern}`,
    ]),
    `would make the queue ${run.name}, which only ${rules.length === 1 ? "that rule" : "those rules"} may fill`,
    "both with the tags",
    ...Object.entries(tags).map(([key, value]) => `  ${key} = ${value}`),
    "at the end all of it would be taken away; nothing was changed",
  ]);
  return 0;
}
