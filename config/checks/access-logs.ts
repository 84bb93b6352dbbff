import type { Finding } from "../../text/issue";
import type { Draft } from "../model";
import { claims } from "./claims";

/** Access logs that could not be written: S3 does not, where the bucket's policy does not say so, and logs its own log for ever. */
export function accessLogFindings(draft: Draft): Finding[] {
  const made = new Map(claims(draft).map(({ key, owner }) => [key, owner]));
  return Object.entries(draft.destinations).flatMap(([name, destination]): Finding[] => {
    if (destination.type !== "firehose" || destination.access_log_bucket === undefined) return [];
    const owner = made.get(`bucket ${destination.access_log_bucket}`);
    if (owner === undefined) return [];
    const message = `is the bucket that ${owner} creates here, which takes no access logs; write the name of a bucket that exists for them`;
    return [{ id: "access-log-bucket", path: ["destinations", name, "access_log_bucket"], message }];
  });
}
