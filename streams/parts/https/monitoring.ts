import { PIECE_BYTES, perMillion, ROUNDED_BYTES } from "../../../aws/prices";
import type { StreamMonitoring } from "../../stream-type";
import { apiAlarms, apiMetrics } from "./alarms";

const parts = [
  { price: perMillion.event, step_bytes: PIECE_BYTES },
  { price: perMillion.http_api_request, step_bytes: ROUNDED_BYTES.http_api },
  { price: perMillion.lambda_request },
];

export const endpointMonitoring: StreamMonitoring = {
  arrivals: { ...apiMetrics, name: "Count" },
  dimensions: (_, { id }) => ({ ApiId: `\${aws_apigatewayv2_api.${id}.id}` }),
  alarms: apiAlarms,
  advice: "look at the access log of its API",
  price: perMillion.event + perMillion.http_api_request + perMillion.lambda_request,
  parts,
  counted: "request",
  priced: "HTTPS: requests, function and events",
};

/** Of an endpoint that remembers ids: each is written when it comes, and once more when its event is on the bus. */
export const rememberingMonitoring: StreamMonitoring = {
  ...endpointMonitoring,
  price: endpointMonitoring.price + 2 * perMillion.table_write,
  parts: [...parts, { price: 2 * perMillion.table_write }],
  priced: "HTTPS: requests, function, ids and events",
};
