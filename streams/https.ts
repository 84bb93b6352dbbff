import * as z from "zod";
import { apiLogGroupName } from "../aws/log-groups";
import { apiName, arn, ownSource, physicalName, seenTableName } from "../aws/names";
import { detailEnvelope } from "../genesys/envelope";
import { text } from "../schema/text";
import { authSchema } from "./parts/https/auth";
import { checkEndpoint } from "./parts/https/checks";
import { endpoint, endpointParts } from "./parts/https/endpoint";
import { endpointFacts } from "./parts/https/facts";
import { endpointMonitoring, rememberingMonitoring } from "./parts/https/monitoring";
import { receivedBody } from "./parts/https/received";
import { receiver } from "./parts/https/receiver";
import { bodyPlace, cidr, routePath } from "./parts/https/texts";
import { streamKeys } from "./stream-keys";
import { defineStream } from "./stream-type";

const schema = z.strictObject({
  type: z.literal("https").meta({ description: "An HTTPS endpoint to which others send events.", example: "https" }),
  auth: authSchema,
  path: routePath.default("/").meta({
    description: "The path of the URL to which events are sent.",
    example: "/crm",
  }),
  event_type: bodyPlace.optional().meta({
    description:
      "Where an event says what kind it is: body.<path> or header.<name>. It becomes the detail-type, and the topic that rules name.",
    example: "body.type",
    absent: "the stream's name, for every event",
  }),
  event_id: bodyPlace.optional().meta({
    description:
      "Where an event has an id of its own: body.<path> or header.<name>. An event whose id was taken within duplicate_window_hours is dropped.",
    example: "body.id",
    absent: "an event that is sent twice comes twice",
  }),
  duplicate_window_hours: z.int().min(1).max(720).optional().meta({
    description: "How long an id is known, in hours. Only a SHA-256 of it is kept.",
    example: 48,
    absent: "24",
  }),
  handshake: text(
    "the name of a field, of letters, digits, _ or -, with dots between those of fields within fields",
    /^[\w-]+(?:\.[\w-]+){0,9}$/,
  )
    .max(250)
    .optional()
    .meta({
      description:
        "The field of a body that is given back as it came, and nothing put on the bus: how some senders ask whether the URL is the right one. Without a signature, only a query parameter of this name is given back.",
      example: "challenge",
      absent: "every body is an event",
    }),
  rate_limit_per_second: z.int().min(1).max(10_000).default(100).meta({
    description: "The requests that are taken a second; above it the sender is answered 429.",
    example: 500,
  }),
  allowed_cidrs: z
    .array(cidr)
    .max(20)
    .default([])
    .meta({
      description: "The networks that may send. Empty: any that proves who it is.",
      example: ["203.0.113.0/24", "2001:db8::/32"],
    }),
  ...streamKeys,
});

export type HttpsKeys = z.output<typeof schema>;

export const https = defineStream({
  type: "https",
  summary: "An HTTPS endpoint that puts what is sent there on an event bus of this account",
  schema,
  example: {
    type: "https",
    path: "/crm",
    auth: {
      type: "hmac",
      header: "X-Hub-Signature-256",
      prefix: "sha256=",
      secret: { secrets_manager: "crm/webhook" },
    },
    event_type: "body.type",
    event_id: "body.id",
  },
  sender: "HTTPS senders",
  ownToEnvironment: [],
  topics: () => undefined,
  namedByOrganization: false,
  managedInGenesysCloud: () => false,
  sources: { called: "the stream's source", form: "https/<environment>/<stream>" },
  envelope: detailEnvelope,
  impossibleControls: [],
  source: ({ type }, { environment, stream }) => ownSource(type, environment, stream),
  bus: (_, { environment, stream }) => physicalName(environment, stream),
  received: receivedBody,
  check: checkEndpoint,
  beside: () => [],
  keyUse: (_, { environment, stream }, place) => ({
    logGroups: [arn(place, "logs", `log-group:${apiLogGroupName(environment, stream)}`)],
  }),
  facts: endpointFacts,
  functions: (keys, context) => [receiver(keys, context)],
  monitored: endpointMonitoring,
  variants: [{ called: "event_id", of: ({ event_id }) => event_id !== undefined, monitored: rememberingMonitoring }],
  makes: (keys, { environment, stream }) =>
    endpointParts(keys, apiName(environment, stream), seenTableName(environment, stream)),
  create: endpoint,
});
