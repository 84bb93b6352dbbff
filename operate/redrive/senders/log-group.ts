import { parseArn } from "../../../aws/arn";
import { isMap } from "../../../text/value";
import { AwsProblem } from "../../aws/aws-problem";
import { allow, handed, type Parcel, type Sender } from "./sender";

export const logGroup: Sender = {
  service: "logs",
  statements: (arn) => [
    allow(["logs:CreateLogStream", "logs:PutLogEvents"], `${arn.replace(/:\*$/, "")}:log-stream:*`),
  ],
  async open(aws, arn) {
    const { CloudWatchLogsClient, CreateLogStreamCommand, PutLogEventsCommand } = await import(
      "@aws-sdk/client-cloudwatch-logs"
    );
    const { region, segments } = parseArn(arn);
    const client = aws.client(CloudWatchLogsClient, region);
    const logGroupName = segments[1] ?? "";
    // EventBridge makes streams as it likes; this one says where its events come from.
    const logStreamName = `redrive/${new Date().toISOString().replaceAll(":", "-")}`;
    await client.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
    return async (parcel) => {
      const answer = await client.send(
        new PutLogEventsCommand({ logGroupName, logStreamName, logEvents: [logEventOf(parcel)] }),
      );
      // CloudWatch Logs calls that a success.
      const { rejectedLogEventsInfo: rejected } = answer;
      if (rejected !== undefined) throw tooOld(parcel.event.time, rejected.tooNewLogEventStartIndex !== undefined);
      return handed(answer);
    };
  },
};

/** Returns the log event: the target's `{ timestamp, message }`, or a whole event at its own time. */
function logEventOf({ text, event, parameters: _ }: Parcel) {
  const value: unknown = JSON.parse(text);
  const composed = isMap(value) && Object.keys(value).sort().join() === "message,timestamp" ? value : undefined;
  const { timestamp = event.time, message = text } = composed ?? {};
  return { timestamp: millisecondsOf(timestamp), message: String(message) };
}

function millisecondsOf(time: unknown): number {
  const value = typeof time === "number" ? time : Date.parse(String(time));
  return Number.isNaN(value) ? Date.now() : value;
}

function tooOld(time: unknown, isNew: boolean): AwsProblem {
  const why = isNew ? "lies ahead" : "is older than 14 days or the group's retention";
  return new AwsProblem("RejectedLogEvents", false, `CloudWatch Logs takes no event of ${String(time)}, which ${why}`);
}
