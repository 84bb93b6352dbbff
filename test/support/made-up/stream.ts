import { TerraformResource } from "cdktf";
import * as z from "zod";
import { AT_ONCE } from "../../../aws/alarm-kind";
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
