import * as z from "zod";
import { DETAIL_TYPE_LENGTH, ECS_SECURITY_GROUPS, ECS_SUBNETS } from "../aws/limits";
import { ownSource, physicalName } from "../aws/names";
import { BACKFILLED } from "../genesys/backfilled";
import { genesysEnvelope } from "../genesys/envelope";
import { GAP } from "../genesys/gap";
import { idsWantedBy } from "../genesys/subscriptions";
import { securityGroupId, subnetId } from "../schema/network";
import { secretSchema } from "../schema/secret";
import { text, uuid } from "../schema/text";
import { bridgeMonitoring } from "./parts/notifications/alarms";
import { checkSubscriptions, LISTED } from "./parts/notifications/checks";
import { subscribedFacts } from "./parts/notifications/facts";
import { bridgeKeyUse, bridgeParts } from "./parts/notifications/parts";
import { runBridge } from "./parts/notifications/service";
import { streamKeys } from "./stream-keys";
import { defineStream } from "./stream-type";

const TYPE = "notifications";
const USER = "3c4f9f1e-0000-4000-8000-000000000001";

const topic = text(
  `a topic such as v2.users.{id}.conversations, of at most ${DETAIL_TYPE_LENGTH} characters, with {id} where an id stands`,
  new RegExp(`^(?=.{1,${DETAIL_TYPE_LENGTH}}$)v2(?:\\.(?:[A-Za-z0-9_-]+|\\{id\\}))+$`),
);
const image = text(
  "an image by its digest such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/bridge@sha256:… with 64 hexadecimal digits, since a tag may be another image tomorrow",
  /^[a-z0-9][a-z0-9._:/-]{0,200}@sha256:[0-9a-f]{64}$/,
);

const schema = z.strictObject({
  type: z.literal(TYPE),
  topics: z
    .array(topic)
    .min(1)
    // Nothing depends on how the file was written.
    .overwrite((topics) => [...new Set(topics)].sort())
    .meta({
      description:
        "The topics to subscribe to, with {id} where an id stands. For one that reaches EventBridge, an integration is the better way.",
      example: ["v2.users.{id}.conversations"],
    }),
  ids: z
    .record(
      text("the part of a topic before {id}, such as users or queues", /^[A-Za-z][A-Za-z0-9_-]{0,63}$/),
      z.union([
        z.literal("all"),
        z
          .array(uuid)
          .min(1)
          .overwrite((ids) => [...new Set(ids)].sort()),
      ]),
    )
    .default({})
    .meta({
      description:
        'The ids that come in place of {id}, by the part of the topic before it: a list, or "all" of users or queues, for which is asked once an hour.',
      example: { users: "all", queues: [USER] },
    }),
  image: image.meta({
    description: "The image of the bridge by its digest, built from bridge/Dockerfile.",
    example: `123456789012.dkr.ecr.us-east-1.amazonaws.com/bridge@sha256:${"0123456789abcdef".repeat(4)}`,
  }),
  subnets: z
    .array(subnetId)
    .min(1)
    .max(ECS_SUBNETS)
    .meta({
      description:
        "Subnets of the container, with a way to Genesys Cloud and to AWS: private ones with a NAT gateway, or public ones with assign_public_ip.",
      example: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"],
    }),
  security_groups: z
    .array(securityGroupId)
    .min(1)
    .max(ECS_SECURITY_GROUPS)
    .meta({
      description: "Security groups of the container. They need nothing inbound, and outbound TCP 443.",
      example: ["sg-0a1b2c3d"],
    }),
  assign_public_ip: z.boolean().default(false).meta({
    description: "The container has a public address, as public subnets need it. Nothing listens there.",
    example: true,
  }),
  cpu: z.enum(["256", "512", "1024"]).default("256").meta({
    description: "The CPU units of the task, 1024 of which are a core; its memory in MiB is twice as many.",
    example: "512",
  }),
  oauth: z
    .strictObject({
      client_id: uuid.meta({
        description:
          'Id of an OAuth client with the grant "client credentials", which has the permissions of the topics.',
        example: "3c4f9f1e-0000-4000-8000-00000000c11e",
      }),
      client_secret: secretSchema.meta({
        description: "Its secret, which the container is started with.",
        example: { secrets_manager: "genesys/bridge", key: "client_secret" },
      }),
    })
    .meta({
      description: "The OAuth client of the bridge. No other bridge may use it: channels are counted by client.",
      example: {
        client_id: "3c4f9f1e-0000-4000-8000-00000000c11e",
        client_secret: { secrets_manager: "genesys/bridge" },
      },
    }),
  ...streamKeys,
});

/** Returns all ids of each kind that topics want, and an example where nobody lists them. */
function idsFor(topics: readonly unknown[]): Record<string, unknown> {
  const kinds = new Set(topics.map((one) => idsWantedBy(String(one))));
  return Object.fromEntries(
    [...kinds].flatMap((kind) => (kind ? [[kind, LISTED.includes(kind) ? "all" : [USER]]] : [])),
  );
}

export type NotificationsKeys = z.output<typeof schema>;

export const notifications = defineStream({
  type: TYPE,
  summary: "Topics of Genesys Cloud's notification service, which a container brings onto an event bus of its own",
  schema,
  example: {
    type: TYPE,
    topics: ["v2.users.{id}.conversations"],
    ids: { users: "all" },
    image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/bridge@sha256:${"0123456789abcdef".repeat(4)}`,
    subnets: ["subnet-0a1b2c3d"],
    security_groups: ["sg-0a1b2c3d"],
    oauth: { client_id: "3c4f9f1e-0000-4000-8000-00000000c11e", client_secret: { secrets_manager: "genesys/bridge" } },
  },
  sender: "Genesys Cloud's notification service",
  topicsKey: "topics",
  implied: ({ topics, ids }) => (ids === undefined && Array.isArray(topics) ? { ids: idsFor(topics) } : {}),
  subscriptions: ({ topics, ids }) => ({ topics, ids }),
  ownToEnvironment: ["image", "oauth", "security_groups", "subnets"],
  topics: ({ topics }) => [...topics, GAP, ...Object.values(BACKFILLED)],
  namedByOrganization: false,
  managedInGenesysCloud: () => false,
  sources: { called: "the stream's source", form: ownSource(TYPE, "<environment>", "<stream>") },
  envelope: genesysEnvelope,
  impossibleControls: [],
  source: (_, { environment, stream }) => ownSource(TYPE, environment, stream),
  bus: (_, { environment, stream }) => physicalName(environment, stream),
  check: checkSubscriptions,
  beside: () => [],
  keyUse: bridgeKeyUse,
  facts: subscribedFacts,
  monitored: bridgeMonitoring,
  makes: bridgeParts,
  create: runBridge,
});
