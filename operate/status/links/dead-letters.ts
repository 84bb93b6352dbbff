import type { Message } from "@aws-sdk/client-sqs";
import { arn, deadLetterQueueName } from "../../../aws/names";
import { groupBy } from "../../../text/group-by";
import { plural } from "../../../text/words";
import { broken, type Check, type Link, ok } from "../link";
import type { Account } from "../live/account";
import { sqs } from "../live/clients";
import { lastHour } from "../live/metrics";
import { queueAttributes } from "../live/receivers/queue";
import type { Look } from "../look";
import { applyAgain } from "../remedies";

/** The events that could not be delivered, and why. */
export const deadLetters: Link = {
  id: "dead-letters",
  title: "dead letters",
  async check(look) {
    const { environment } = look;
    const name = deadLetterQueueName(environment.name);
    const subject = `queue ${name}`;
    const queueArn = arn(environment, "sqs", name);
    const found = await queueAttributes(look.account, queueArn);
    if (found === undefined)
      return [broken(subject, "it is not there: what cannot be delivered is lost", applyAgain(environment))];
    const { ApproximateNumberOfMessages: waiting, ApproximateNumberOfMessagesNotVisible: taken } = found.attributes;
    const count = Number(waiting ?? 0) + Number(taken ?? 0);
    if (count === 0) return [ok(subject, "empty", { messages: 0 })];
    return [await full(look, subject, { name, url: found.url, count })];
  },
};

interface Full {
  readonly name: string;
  readonly url: string;
  readonly count: number;
}

async function full(look: Look, subject: string, { name, url, count }: Full): Promise<Check> {
  const [[age = 0], causes] = await Promise.all([
    lastHour(look, [
      {
        namespace: "AWS/SQS",
        name: "ApproximateAgeOfOldestMessage",
        statistic: "Maximum",
        dimensions: { QueueName: name },
      },
    ]),
    causesOf(look.account, url),
  ]);
  const oldest = age === 0 ? "" : `, the oldest for ${Math.round(age / 60)} minutes`;
  const what = `${plural(count, "event")} could not be delivered${oldest}; of the first few: ${causes.join("; ") || "none can be seen"}`;
  const remedy = "mend the cause, which the events say in ERROR_CODE and ERROR_MESSAGE, then send them again";
  return { ...broken(subject, what, remedy), numbers: { messages: count, oldest_seconds: age } };
}

/** The most that one call shows. */
const SEEN = 10;

/** Returns the causes of a few of the messages, the most frequent first. Each stays where it is, for whoever reads the queue. */
async function causesOf(account: Account, QueueUrl: string): Promise<string[]> {
  const { sdk, client } = await sqs(account);
  const { Messages = [] } = await client.send(
    new sdk.ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: SEEN,
      VisibilityTimeout: 0,
      MessageAttributeNames: ["ERROR_CODE", "RULE_ARN", "TARGET_ARN"],
    }),
  );
  const groups = [...groupBy(Messages, causeOf)].sort(([, one], [, other]) => other.length - one.length);
  return groups.map(([cause, all]) => `${all.length} ${cause}`);
}

function causeOf({ MessageAttributes = {} }: Message): string {
  const value = (name: string) => MessageAttributes[name]?.StringValue ?? "unknown";
  return `${value("ERROR_CODE")} of ${value("TARGET_ARN")} by rule ${value("RULE_ARN").replace(/^.*\//, "")}`;
}
