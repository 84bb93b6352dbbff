import * as z from "zod";
import { textWithPaths } from "../input/text-with-paths";
import { secretSchema } from "../schema/secret";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";
import {
  API_DESTINATION,
  API_DESTINATION_MONITORED,
  connectionEncryption,
  HTTP_FAILURE,
  hostOf,
  OUTSIDE,
} from "./http";
import { apiDestinationParts, createApiDestination } from "./parts/api-destination";
import { readSecret } from "./parts/secret";

// PagerDuty, "Send an Alert Event" of Events API v2 (2026-11).
const ENDPOINT = { url: "https://events.pagerduty.com/v2/enqueue", method: "POST", ratePerSecond: 2 };
const KEY_HEADER = "x-routing-key";
const SUMMARY_LENGTH = 1024;
const DEDUP_KEY_LENGTH = 255;

export const pagerduty = defineDestination({
  type: "pagerduty",
  summary: "PagerDuty: each event triggers an alert by Events API v2",
  schema: z.strictObject({
    type: z.literal("pagerduty"),
    ...destinationKeys,
    routing_key: secretSchema.meta({
      description: "Integration key of the PagerDuty service (Events API v2).",
      example: { secrets_manager: "genesys/pagerduty", key: "routing_key" },
    }),
    severity: z.enum(["critical", "error", "warning", "info"]).default("error").meta({
      description: "How severe the alert is.",
      example: "critical",
    }),
    summary: z.string().min(1).max(SUMMARY_LENGTH).default("Genesys Cloud: <detail.topicName>").meta({
      description: "The alert's text, with <path> where a value of the event belongs.",
      example: "OAuth client <detail.eventBody.entity.name> deleted",
    }),
    dedup_key: z.string().min(1).max(DEDUP_KEY_LENGTH).default("<id>").meta({
      description: "Alerts of one key are one incident; with <path> where a value of the event belongs.",
      example: "oauth-client-<detail.eventBody.entity.id>",
    }),
  }),
  example: {
    type: "pagerduty",
    routing_key: { secrets_manager: "genesys/pagerduty" },
    summary: "OAuth client <detail.eventBody.entity.name> deleted",
    dedup_key: "<detail.eventBody.entity.id>",
  },
  within: "anywhere",
  options: [],
  input: "own",
  notes: {
    encryption: connectionEncryption("key"),
    limits:
      "two alerts a second, more wait; a summary of 1,024 characters; a value with a quote in it breaks the alert",
    failure: HTTP_FAILURE,
    repeat:
      "one more alert of the same dedup_key: an open incident takes it in, a resolved one comes again as a new one",
    arrival: "the body of a request to the Events API v2, to which the connection adds routing_key",
  },
  monitored: API_DESTINATION_MONITORED,
  custody: () => ({ ...OUTSIDE, readers: "users of the PagerDuty account", host: hostOf(ENDPOINT.url) }),
  keyUse: () => ({ connection: true }),
  permission: () => ({ kind: "role", actions: ["events:InvokeApiDestination"] }),
  creation: {
    ...API_DESTINATION,
    keys: [],
    makes: ({ routing_key }) => apiDestinationParts(routing_key),
    create: (context) => {
      const { scope, bindings, id, keys } = context;
      const value = readSecret(scope, bindings, id, keys.routing_key);
      return createApiDestination(context, ENDPOINT, {
        authorizationType: "API_KEY",
        authParameters: {
          // EventBridge asks for a header; PagerDuty reads the key from the body, into which the connection puts it.
          apiKey: { key: KEY_HEADER, value },
          invocationHttpParameters: { body: [{ key: "routing_key", value, isValueSecret: true }] },
        },
      });
    },
  },
  texts: ({ summary, dedup_key }) => ({ summary, dedup_key }),
  endpoint: () => ({ ...ENDPOINT, secretHeaders: [KEY_HEADER] }),
  transformer: ({ severity, summary, dedup_key }) =>
    textWithPaths({
      event_action: "trigger",
      dedup_key,
      client: "Genesys Cloud",
      payload: { summary, severity, source: "<source>", timestamp: "<time>", class: "<detail-type>" },
    }),
});
