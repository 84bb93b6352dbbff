import { destinationType } from "../../destinations";
import type { Fault } from "../../text/issue";
import type { Draft } from "../model";
import { defineCheck } from "./check";
import { claims } from "./support/claims";

/** Access logs that could not be written: S3 does not, where the bucket's policy does not say so, and logs its own log for ever. */
export const accessLogsCheck = defineCheck({
  name: "access-logs",
  says: ["access-log-bucket"],
  run: accessLogFaults,
});

function accessLogFaults(draft: Draft): Fault[] {
  const made = new Map(claims(draft).map(({ key, owner }) => [key, owner]));
  return Object.entries(draft.destinations).flatMap(([name, destination]) => {
    const buckets = Object.entries(destinationType(destination.type).accessLogs?.(destination) ?? {});
    return buckets.flatMap(([key, bucket]): Fault[] => {
      const owner = made.get(`bucket ${bucket}`);
      if (owner === undefined) return [];
      const message = `is the bucket that ${owner} creates here, which takes no access logs; write the name of a bucket that exists for them`;
      return [{ id: "access-log-bucket", path: ["destinations", name, key], message }];
    });
  });
}
