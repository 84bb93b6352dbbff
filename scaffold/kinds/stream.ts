import type { Kind, Names } from "../kind";
import { withEntry, withImport } from "../registry-line";

export const stream: Kind = {
  kind: "stream",
  files: (names) => ({
    [`streams/${names.kebab}.ts`]: source(names),
    [`test/streams/${names.kebab}.test.ts`]: test(names),
  }),
  registries: {
    "streams/index.ts": (text, { camel, kebab }) => withEntry(withImport(text, camel, `./${kebab}`), camel),
  },
  next: ({ kebab }) => [
    `write into streams/${kebab}.ts its keys, its source and what feeds its bus; streams/genesys-cloud.ts shows one that makes something`,
    "npm run format, npm run docs, then npm test",
  ],
};

function source({ kebab, snake, camel }: Names): string {
  return `import * as z from "zod";
import { physicalName } from "../aws/names";
import { perMillion } from "../aws/prices";
import { genesysEnvelope } from "../genesys/envelope";
import { topic } from "../schema/text";
import { streamKeys } from "./stream-keys";
import { defineStream } from "./stream-type";

export const ${camel} = defineStream({
  type: "${snake}",
  summary: "Events that ${kebab} puts on an event bus of this account",
  schema: z.strictObject({
    type: z.literal("${snake}"),
    topics: z
      .array(topic)
      .min(1)
      .meta({ description: "Genesys Cloud topics that are sent.", example: ["v2.users.{id}.presence"] }),
    ...streamKeys,
  }),
  example: { type: "${snake}", topics: ["v2.users.{id}.presence"] },
  sender: "${kebab}",
  topicsKey: "topics",
  ownToEnvironment: [],
  topics: ({ topics }) => topics,
  namedByOrganization: false,
  managedInGenesysCloud: () => false,
  sources: { called: "the stream's source", form: "${snake}/<environment>/<stream>" },
  envelope: genesysEnvelope,
  impossibleControls: [],
  source: (_, { environment, stream }) => \`${snake}/\${environment}/\${stream}\`,
  bus: (_, { environment, stream }) => physicalName(environment, stream),
  check: () => [],
  beside: () => [],
  facts: () => [],
  monitored: {
    arrivals: { namespace: "AWS/Events", name: "MatchedEvents", statistic: "Sum" },
    dimensions: (bus) => ({ EventBusName: bus }),
    alarms: [],
    advice: "look at ${kebab}",
    price: perMillion.event,
    counted: "event",
  },
  makes: () => [],
  create: () => ({ bus: {}, ready: [] }),
});
`;
}

function test({ snake }: Names): string {
  return `import { resource, synthesized } from "../support/stack";

const FILE = \`
aws_account_id = "123456789012"
aws_region = "us-east-1"
streams = { calls = { type = "${snake}", topics = ["v2.users.{id}.presence"] } }
rules = { all = { stream = "calls", targets = ["log"] } }
destinations = { log = { type = "cloudwatch_logs" } }
\`;

test("makes a bus of this account, whose rules take the exact source", () => {
  const stack = synthesized(FILE);

  expect(resource(stack, "aws_cloudwatch_event_bus").name).toBe("dev-calls");
  expect(resource(stack, "aws_cloudwatch_event_rule").event_pattern).toContain("${snake}/dev/calls");
});
`;
}
