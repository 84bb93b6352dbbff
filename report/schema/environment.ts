import * as z from "zod";
import { deliveries } from "../../genesys/topics";
import { personalKinds } from "../personal-data";
import { storeKinds } from "../stores/store";

const text = z.string();
/** Makes null stand where there is nothing to say. */
const none = <Schema extends z.ZodType>(schema: Schema) => schema.nullable();

export const carriedSchema = z.strictObject({
  kind: z.enum(personalKinds).meta({ description: "What it says of people." }),
  fields: z.array(text).meta({ description: "Paths of the event that hold it; empty where the topic's name says so." }),
});

const personalSchema = z
  .enum(["yes", "pseudonymous", "no", "unknown"])
  .meta({ description: "Whether it is personal data; pseudonymous: ids alone." });

export const topicSchema = z.strictObject({
  topic: text,
  description: none(text),
  reaches_event_bridge: none(z.enum(deliveries)),
  known_by: z.enum(["fields", "name", "nothing"]).meta({ description: "How it is known what its events carry." }),
  carries: z.array(carriedSchema),
  personal: personalSchema,
});

export const streamSchema = z.strictObject({
  name: text,
  type: text,
  event_source: text.meta({ description: "The exact source of its events." }),
  integration_managed: z.boolean().meta({ description: "Whether this stack makes its integration in Genesys Cloud." }),
  facts: z
    .array(z.strictObject({ term: text, text }))
    .meta({ description: "What its type says to an auditor: how events come, and who may send." }),
  enabled: z.boolean(),
  protected: z.boolean().meta({ description: "Whether a plan may not destroy integration and bus." }),
  topics: none(z.array(topicSchema)).meta({ description: "null where somebody else chooses them." }),
});

export const targetSchema = z.strictObject({
  destination: text,
  sends: text.meta({ description: "What is sent, in words." }),
  fields: none(z.array(text)).meta({ description: "Paths that are kept; null for the whole event." }),
  carries: z.array(z.enum(personalKinds)),
  personal: personalSchema,
  retry_attempts: z.int(),
  max_event_age_seconds: z.int(),
  dead_letter_queue: none(text),
});

export const ruleSchema = z.strictObject({
  name: text,
  stream: text,
  description: none(text),
  enabled: z.boolean(),
  topics: none(z.array(text)).meta({ description: "Whose events can match; null where that is not known." }),
  pattern: text.meta({ description: "The event pattern, as JSON." }),
  targets: z.array(targetSchema),
});

export const destinationSchema = z.strictObject({
  name: text,
  type: text,
  arn: none(text).meta({ description: "null where AWS adds a part to it that is known after the apply only." }),
  created: z.boolean().meta({ description: "Whether this stack makes it." }),
  account: none(text).meta({ description: "null outside AWS." }),
  region: none(text).meta({ description: "null outside AWS." }),
  host: none(text).meta({ description: "Where events leave AWS." }),
  leaves: z.array(z.enum(["account", "region", "aws"])).meta({ description: "What events leave to get there." }),
  readers: text,
  retention: text,
  encryption: text,
  functions: z
    .array(text)
    .meta({ description: "Functions of this stack that write to it: role, and hash of the code." }),
  failure: text.meta({ description: "Where an event goes that cannot be delivered." }),
  receives: z
    .array(z.strictObject({ rule: text, sends: text, fields: none(z.array(text)) }))
    .meta({ description: "What each rule sends; fields as in targets." }),
  carries: z.array(z.enum(personalKinds)).meta({ description: "What arrives of people, from all rules." }),
});

export const storeSchema = z.strictObject({
  kind: z.enum(storeKinds),
  address: text.meta({ description: "Terraform address." }),
  name: text,
  holds: text.meta({ description: "What of events rests there, in words." }),
  retention: text,
  encryption: text,
  readers: text,
  carries: z.array(z.enum(personalKinds)),
  personal: personalSchema,
});

export const statementSchema = z.strictObject({
  address: text.meta({ description: "Terraform address of the resource that holds the policy." }),
  kind: z.enum(["identity", "trust", "resource"]),
  holder: text,
  sid: none(text),
  words: text.meta({ description: "The statement as a sentence." }),
  json: text.meta({ description: "The statement as it stands in the policy." }),
});

export const limitSchema = z.strictObject({
  name: text,
  of: text.meta({ description: "Of what, such as a bus or a rule." }),
  used: z.number(),
  limit: z.number(),
  share: z.number().meta({ description: "used / limit" }),
  adjustable: z.boolean().meta({ description: "Whether AWS raises it on request." }),
});
