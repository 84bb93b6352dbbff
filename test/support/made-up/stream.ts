import { TerraformResource } from "cdktf";
import * as z from "zod";
import { AT_ONCE } from "../../../aws/alarm-kind";
import { genesysEnvelope } from "../../../genesys/envelope";
import { text, topic } from "../../../schema/text";
import { streamKeys } from "../../../streams/stream-keys";
import { defineStream, type Origin } from "../../../streams/stream-type";

const sourceOf = ({ environment, stream }: Origin) => `pipe/${environment}/${stream}`;

/** A type of stream that nobody has: a pipe that brings what Genesys Cloud says to a bus of the account. */
export const pipe = defineStream({
  type: "pipe",
  summary: "A pipe that brings events to an event bus of this account",
  schema: z.strictObject({
    type: z.literal("pipe"),
    subjects: z
      .array(topic)
      .min(1)
      .meta({ description: "The topics that the pipe brings.", example: ["v2.users.{id}.presence"] }),
    pipe_name: text("small letters", /^[a-z]+$/)
      .optional()
      .meta({ description: "Name of the pipe.", example: "thin", absent: "the source of its events" }),
    ...streamKeys,
  }),
  example: { type: "pipe", subjects: ["v2.users.{id}.presence"] },
  sender: "the pipe",
  topicsKey: "subjects",
  ownToEnvironment: [],
  topics: ({ subjects }) => subjects,
  namedByOrganization: false,
  managedInGenesysCloud: () => false,
  sources: { called: "the pipe", form: "pipe/<environment>/<stream>" },
  envelope: genesysEnvelope,
  impossibleControls: [],
  source: (_, origin) => sourceOf(origin),
  bus: (_, { environment, stream }) => `${environment}-${stream}`,
  check: ({ name, keys }) =>
    keys.subjects.length > 1
      ? [
          {
            id: "key-without-effect",
            path: ["streams", name, "subjects"],
            message: "is more than one; the pipe is thin",
          },
        ]
      : [],
  beside: () => [],
  facts: ({ subjects }) => [{ term: "Pipe", text: `brings ${subjects.length} topic` }],
  monitored: {
    arrivals: { namespace: "Pipe", name: "Brought", statistic: "Sum" },
    dimensions: (bus) => ({ PipeName: bus }),
    alarms: [
      {
        ...AT_ONCE,
        kind: "leak",
        subject: "stream",
        when: "the pipe leaks",
        metric: { namespace: "Pipe", name: "Leaked", statistic: "Sum" },
        advice: "Likeliest: it is old. Look first at the pipe.",
      },
    ],
    advice: "look at the pipe",
    price: 3,
    counted: "drop",
  },
  makes: ({ pipe_name }, origin) => [
    { type: "aws_pipe", takes: { name: pipe_name ?? sourceOf(origin), kind: "pipe", within: "region" } },
  ],
  create: ({ scope, id, source, keys }) => {
    const type = "aws_pipe";
    const resource = new TerraformResource(scope, id({ tfResourceType: type }), { terraformResourceType: type });
    resource.addOverride("name", keys.pipe_name ?? source);
    return { bus: {}, ready: [resource] };
  },
});

const drainSchema = z.strictObject({
  type: z.literal("drain"),
  kinds: z
    .array(topic)
    .min(1)
    .meta({ description: "The kinds of events that the drain takes.", example: ["rain"] }),
  ...streamKeys,
});

/** A type of stream whose events have their kind in their body, and kinds that no list has. */
export const drain = defineStream<typeof drainSchema>({
  type: "drain",
  summary: "A drain that takes events of any kind to an event bus of this account",
  schema: drainSchema,
  example: { type: "drain", kinds: ["rain"] },
  sender: "the drain",
  topicsKey: "kinds",
  ownToEnvironment: [],
  topics: ({ kinds }) => kinds,
  namedByOrganization: false,
  managedInGenesysCloud: () => false,
  sources: { called: "the drain", form: "drain/<environment>/<stream>" },
  envelope: { topicField: "detail.kind", fields: {}, catalogued: false },
  impossibleControls: [],
  source: (_, { environment, stream }) => `drain/${environment}/${stream}`,
  bus: (_, { environment, stream }) => `${environment}-${stream}`,
  check: () => [],
  beside: () => [],
  facts: () => [],
  monitored: { ...pipe.monitored, alarms: [], advice: "look at the drain" },
  makes: () => [],
  create: () => ({ bus: {}, ready: [] }),
});
