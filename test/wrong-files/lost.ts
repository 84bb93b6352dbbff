import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

const TOPIC = 'type = "sns"';

const cases: readonly [wrong: string, parts: Parameters<typeof file>[0], issue: string, advice: RegExp][] = [
  [
    "makes a FIFO topic",
    { destination: `${TOPIC}\nfifo = true` },
    "unknown-key 13:1 destinations.log.fifo",
    /leave it out: .*cannot deliver to a FIFO topic; .* take type sqs with fifo = true/,
  ],
  [
    "says that a topic is no FIFO topic",
    { destination: `${TOPIC}\nfifo = false` },
    "unknown-key 13:1 destinations.log.fifo",
    /FIFO topic/,
  ],
  [
    "names a topic as a FIFO topic",
    { destination: `${TOPIC}\ntopic_name = "alerts.fifo"` },
    "invalid-format 13:14 destinations.log.topic_name",
    /take type sqs/,
  ],
  [
    "sends to a FIFO topic that exists",
    { destination: `${TOPIC}\narn = "arn:aws:sns:us-east-1:123456789012:alerts.fifo"` },
    "invalid-format 13:7 destinations.log.arn",
    /standard topic .* take type sqs/,
  ],
];

/** What EventBridge would lose, for ever and without a word. */
export const lost = cases.map(([wrong, parts, ...expected]): WrongFile => [wrong, file(parts), ...expected]);
