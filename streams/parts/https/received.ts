import { ownSource } from "../../../aws/names";
import { enveloped, valueAt } from "../../../functions/https/envelope";
import { isMap } from "../../../text/value";
import type { HttpsKeys } from "../../https";
import type { Origin, Received } from "../../stream-type";

/** Stands for what API Gateway makes up for each request. */
const REQUEST = "made-up-request";

/** Returns the event of a body, by the same code as the function's. Its headers are not known here. */
export function receivedBody(value: unknown, keys: HttpsKeys, { environment, stream }: Origin): Received {
  if (!isMap(value)) return { leftOut: "a body that is no JSON object is answered 400" };
  if (keys.handshake !== undefined && valueAt(value, keys.handshake) !== undefined)
    return { leftOut: `${keys.handshake} is a handshake: it is given back, and nothing put on the bus` };
  const { event_type, event_id } = keys;
  const settings = { kind: stream, event_type, event_id };
  const { detailType, detail } = enveloped({ text: JSON.stringify(value), value }, {}, settings, {
    requestId: REQUEST,
  });
  const event = {
    "detail-type": detailType,
    source: ownSource(keys.type, environment, stream),
    detail: JSON.parse(detail),
  };
  return { event };
}
