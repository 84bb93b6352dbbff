import * as z from "zod";
import { LASTING } from "../aws/alarm-kind";
import { mergedHeaders } from "../aws/http-headers";
import { API_INTEGER_MAX, CONNECTION_NAME_LENGTH, ENDPOINT_LENGTH } from "../aws/limits";
import type { Monitored } from "../aws/monitored";
import { arn as arnOf, cut, physicalName } from "../aws/names";
import { perMillion } from "../aws/prices";
import { authHeader, authSchema } from "../schema/auth";
import { endpointUrl, headerName, headerValue, pathParameter, resourceConfigurationArn } from "../schema/http";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";
import { apiDestinationParts, createApiDestination } from "./parts/api-destination";
import { authorization, secretOf } from "./parts/connection";
import { requestFaults } from "./parts/request-checks";

/** A connection and an API destination of one name. */
export const API_DESTINATION = {
  nameKey: "name",
  nameForm: {
    form: `at most ${CONNECTION_NAME_LENGTH} letters, digits, . - or _`,
    pattern: new RegExp(`^[A-Za-z0-9._-]{1,${CONNECTION_NAME_LENGTH}}$`),
  },
  name: (_: unknown, environment: string, name: string) => cut(physicalName(environment, name), CONNECTION_NAME_LENGTH),
  arn: (place: Parameters<typeof arnOf>[0], name: string) => arnOf(place, "events", `api-destination/${name}/*`),
};

// EventBridge user guide, "API destinations as targets" (2026-11): the answers that are tried again, and requests that time out.
const TRIED_AGAIN = "401, 407, 409, 429 and 5xx are tried again, and so is a request that takes more than 5 seconds";
export const HTTP_FAILURE = `dead-letter queue with the endpoint's answer; ${TRIED_AGAIN}, although the endpoint may have carried it out: expect up to 185 repeats. Other answers are not tried again`;

export const connectionEncryption = (secret: string) =>
  `HTTPS; the ${secret} is kept in Secrets Manager by EventBridge, with AWS's own key or kms_key_arn, which must then have the tag EventBridgeApiDestinations = true; and in Terraform's state`;

/** CloudWatch keeps no metrics of an API destination: its rules' tell how often EventBridge tries again. */
export const API_DESTINATION_MONITORED: Monitored = {
  alarms: [
    {
      ...LASTING,
      kind: "retries",
      subject: "rules",
      when: "EventBridge has been repeating requests for 15 minutes",
      metric: { namespace: "AWS/Events", name: "RetryInvocationAttempts", statistic: "Sum" },
      advice:
        "Likeliest: the endpoint is down, takes more than 5 seconds, or answers 401, 407, 409, 429 or 5xx; other answers are not tried again, and show in the alarm failed. A slow endpoint gets the same request again and again. Look first at the endpoint's own logs. Nothing is lost before retry_attempts and max_event_age_seconds run out (24 hours unless written otherwise). Another target of the same rules may be the one that is tried again.",
    },
  ],
  usage: [
    {
      metric: { namespace: "AWS/Events", name: "MatchedEvents", statistic: "Sum" },
      label: "requests",
      price: perMillion.api_destination_request,
    },
  ],
};

export const hostOf = (url: string) => url.split("/")[2] ?? url;

/** The custody of what leaves AWS. */
export const OUTSIDE = {
  readers: "whoever runs the endpoint",
  retention: "the endpoint's own; this file does not say",
  encryption: "TLS on the way; the endpoint's own at rest",
};

const PRIVATE = "TLS on the way, through VPC Lattice and not the internet; the endpoint's own at rest";

export const http = defineDestination({
  type: "http",
  summary: "HTTPS endpoint: each event is a request",
  schema: z.strictObject({
    type: z.literal("http"),
    ...destinationKeys,
    url: endpointUrl.max(ENDPOINT_LENGTH).meta({
      description: "Where requests go; https only. Each * in its path is filled by path_parameters.",
      example: "https://events.acme.example/genesys",
    }),
    path_parameters: z
      .array(pathParameter)
      .min(1)
      .optional()
      .meta({
        description:
          "What stands in the URL for each *, in order, unless a target says otherwise; a value that begins with $. is a path into the event.",
        example: ["$.detail.eventBody.id"],
        absent: "the target's",
      }),
    method: z.enum(["POST", "PUT", "PATCH", "GET", "DELETE", "HEAD", "OPTIONS"]).default("POST").meta({
      description: "Method of the requests.",
      example: "PUT",
    }),
    rate_limit_per_second: z.int().min(1).max(API_INTEGER_MAX).default(300).meta({
      description: "Most requests in a second; what is more waits.",
      example: 50,
    }),
    headers: z
      .record(headerName, headerValue)
      .default({})
      .meta({
        description: "Headers of every request. Secrets belong into auth.",
        example: { "x-sender": "genesys-cloud" },
      }),
    resource_configuration_arn: resourceConfigurationArn.optional().meta({
      description:
        "A resource configuration of VPC Lattice through which a private endpoint is reached, for the host of url; a token is asked for on the internet all the same.",
      example: "arn:aws:vpc-lattice:us-east-1:123456789012:resourceconfiguration/rcfg-0123456789abcdef0",
      absent: "the endpoint is on the internet",
    }),
    auth: authSchema.meta({
      description: "How requests prove who sends them; EventBridge makes none without.",
      example: { type: "api_key", name: "x-api-key", value: { secrets_manager: "genesys/webhook" } },
    }),
  }),
  example: {
    type: "http",
    url: "https://events.acme.example/genesys",
    auth: { type: "api_key", value: { secrets_manager: "genesys/webhook" } },
  },
  within: "anywhere",
  options: ["headers", "path_parameters", "query"],
  input: "json",
  notes: {
    encryption: connectionEncryption("secret"),
    limits:
      "an answer within 5 seconds, or the request is repeated; 300 requests a second, more on request; 20 private connections in a region",
    failure: HTTP_FAILURE,
    repeat: "the request is made again; who gets it must know the id",
    arrival: "the body of a request",
  },
  monitored: API_DESTINATION_MONITORED,
  check: requestFaults,
  custody: ({ url, resource_configuration_arn }) => ({
    ...OUTSIDE,
    ...(resource_configuration_arn !== undefined && { encryption: PRIVATE }),
    host: hostOf(url),
  }),
  keyUse: () => ({ connection: true }),
  permission: () => ({ kind: "role", actions: ["events:InvokeApiDestination"] }),
  creation: {
    ...API_DESTINATION,
    keys: [],
    makes: ({ auth }) => apiDestinationParts(secretOf(auth)),
    create: (context) => {
      const { url, method, rate_limit_per_second, resource_configuration_arn, auth } = context.keys;
      return createApiDestination(
        context,
        { url, method, ratePerSecond: rate_limit_per_second, resourceConfigurationArn: resource_configuration_arn },
        authorization(context, auth),
      );
    },
  },
  endpoint: ({ url, method, auth }) => ({ url, method, secretHeaders: [authHeader(auth)] }),
  parameters: (keys, { headers, path_parameters = keys.path_parameters, query }) => {
    const headerParameters = mergedHeaders(keys.headers, headers);
    const httpTarget = {
      ...(Object.keys(headerParameters).length > 0 && { headerParameters }),
      ...(path_parameters && { pathParameterValues: [...path_parameters] }),
      ...(query && { queryStringParameters: { ...query } }),
    };
    return Object.keys(httpTarget).length === 0 ? {} : { httpTarget };
  },
});
