import type { Endpoint } from "../../destination-type";
import { type Outside, outsideOf } from "./schema";

/** The mark of what Firehose makes up. */
const MADE_UP = "…";

/**
 * Returns the requests of a delivery stream. To an endpoint they are as the developer guide has them ("HTTP endpoint delivery request and
 * response", 2026-11): each event is the data of a record. Splunk gets one event after the other.
 */
export function outsideRequest(outside: Outside): Endpoint | undefined {
  const address = outsideOf(outside);
  if (address === undefined) return undefined;
  const { url } = address;
  if (outside.endpoint === undefined) return { method: "POST", url, secretHeaders: ["Authorization"], headers: {} };
  return {
    method: "POST",
    url,
    secretHeaders: ["X-Amz-Firehose-Access-Key"],
    headers: {
      "Content-Type": "application/json",
      ...(outside.endpoint.compression === "GZIP" && { "Content-Encoding": "gzip" }),
      "X-Amz-Firehose-Protocol-Version": "1.0",
      "X-Amz-Firehose-Request-Id": MADE_UP,
      "X-Amz-Firehose-Source-Arn": MADE_UP,
    },
    body: (payload) =>
      JSON.stringify({
        requestId: MADE_UP,
        timestamp: MADE_UP,
        records: [{ data: Buffer.from(payload).toString("base64") }],
      }),
  };
}
