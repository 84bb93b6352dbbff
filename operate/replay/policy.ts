import { arn } from "../../aws/names";
import type { PolicyOf } from "../policies";
import { archivedStream } from "./stream";

/** Returns what `replay` asks of the account: the archives and replays of the environment's streams, and lists, which IAM cannot narrow. */
export const replayPolicy: PolicyOf = (environment) => {
  const all = Object.entries(environment.streams);
  const kept = all.filter(([, { archive }]) => archive !== undefined);
  const streams = (kept.length > 0 ? kept : all).map(([key, keys]) => archivedStream(environment, key, keys));
  return [
    {
      Sid: "ReplayArchives",
      Effect: "Allow",
      Action: ["events:DescribeArchive", "events:StartReplay"],
      Resource: streams.map(({ archiveArn }) => archiveArn),
    },
    {
      Sid: "FollowReplays",
      Effect: "Allow",
      Action: ["events:CancelReplay", "events:DescribeReplay"],
      Resource: streams.map(({ replays }) => arn(environment, "events", `replay/${replays}*`)),
    },
    {
      // Service Authorization Reference, EventBridge and CloudWatch (2026-11): these know no resources.
      Sid: "SeeWhatThereIs",
      Effect: "Allow",
      Action: ["cloudwatch:GetMetricData", "events:ListReplays", "events:ListRules"],
      Resource: "*",
    },
  ];
};
