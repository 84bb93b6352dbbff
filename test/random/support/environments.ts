import * as fc from "fast-check";
import { partition } from "../../../aws/names";
import { environmentSchema } from "../../../config/schema";
import { ruleSchema, targetSchema } from "../../../config/schema/rule";
import { eventPath, topic } from "../../../schema/text";
import { valueAt } from "../../../text/value";
import { mapped } from "./changed";
import { matching } from "./matching";
import { ofSchema } from "./of-schema";
import { patterns } from "./patterns";

/** Topics that Genesys Cloud has. */
const TOPICS = [
  "v2.users.{id}.presence",
  "v2.audits.entitytype.{id}.entityid.{id}",
  "v2.detail.events.conversation.{id}.acd.end",
];
const PATHS = ["id", "time", "detail-type", "$.detail", "detail.eventBody.id", "detail.list[0].name", "resources"];
const REGIONS = ["us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1"];
const MAPS = ["streams", "rules", "destinations"] as const;
const MOST = 6;

const { shape } = environmentSchema;
const [streams, rules, destinations] = [shape.streams, shape.rules.unwrap(), shape.destinations.unwrap()];

/** The names of one map; until all else is known, they are `streams:0` and so on. */
const names = ({ keyType }: typeof streams | typeof rules | typeof destinations) =>
  fc.uniqueArray(matching(keyType), { minLength: MOST, maxLength: MOST });
const reference = (map: (typeof MAPS)[number]) => fc.nat(MOST - 1).map((index) => `${map}:${index}`);
const entries = (map: (typeof MAPS)[number], value: fc.Arbitrary<unknown>, most: number) =>
  fc
    .array(value, { minLength: 1, maxLength: most })
    .map((values) => Object.fromEntries(values.map((value, index) => [`${map}:${index}`, value])));

const mostly = (known: readonly string[], schema: typeof eventPath) =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: matching(schema) });

const choices = new Map<unknown, fc.Arbitrary<unknown>>([
  [topic, fc.constantFrom(...TOPICS)],
  [eventPath, mostly(PATHS, eventPath)],
  [shape.aws_region, fc.constantFrom(...REGIONS)],
  [ruleSchema.shape.pattern.unwrap(), patterns],
  [ruleSchema.shape.stream, reference("streams")],
]);
const target = reference("destinations");
const options = ofSchema(targetSchema, choices);
choices.set(
  ruleSchema.shape.targets,
  fc.oneof(
    fc.uniqueArray(target, { minLength: 1, maxLength: 5 }),
    fc.dictionary(target, options, { minKeys: 1, maxKeys: 3 }),
  ),
);
choices.set(shape.streams, entries("streams", ofSchema(streams.valueType, choices), 3));
choices.set(shape.rules, entries("rules", ofSchema(rules.valueType, choices), 4));
choices.set(shape.destinations, entries("destinations", ofSchema(destinations.valueType, choices), MOST));

/** Files whose every value has the form that the schema asks for, and whose every name leads somewhere. */
export const environments: fc.Arbitrary<unknown> = fc
  .record({
    value: ofSchema(environmentSchema, choices),
    names: fc.record({ streams: names(streams), rules: names(rules), destinations: names(destinations) }),
    scattered: fc.nat(4).map((number) => number === 4),
  })
  .map(({ value, names, scattered }) => {
    const final = new Map<string, string | undefined>(
      MAPS.flatMap((map) => {
        const count = Object.keys(valueAt(value, [map]) ?? {}).length;
        return names[map].map((_, index) => [`${map}:${index}`, names[map][index % count]] as const);
      }),
    );
    const named = mapped(value, (text) => final.get(text) ?? text);
    return scattered ? named : mapped(named, (text) => atHome(text, value));
  });

/** An ARN in the file's own partition, region and account: EventBridge delivers to few others. */
function atHome(text: string, environment: unknown): string {
  if (!text.startsWith("arn:")) return text;
  const [ownRegion, ownAccount] = ["aws_region", "aws_account_id"].map((key) => String(valueAt(environment, [key])));
  const [, , service = "", region, account, ...rest] = text.split(":");
  const place = service === "s3" || service === "iam" ? [region, account] : [ownRegion, ownAccount];
  return ["arn", partition(ownRegion ?? ""), service, ...place, ...rest].join(":");
}
