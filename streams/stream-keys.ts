import * as z from "zod";
import { defaults } from "../aws/defaults";
import { ARCHIVE_RETENTION_DAYS, SILENCE_MINUTES, TARGET_ID_LENGTH } from "../aws/limits";
import { patternSchema } from "../schema/pattern";
import { renamedFrom } from "../schema/renamed";

/** The levels of a bus's logs, each with all before it. */
export const LOG_LEVELS = ["error", "info", "trace"] as const;

/** Returns the levels that AWS delivers, each by itself. */
export function levelsOf(level: "off" | (typeof LOG_LEVELS)[number]): readonly string[] {
  return level === "off" ? [] : LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(level) + 1);
}

const archiveSchema = z
  .strictObject({
    retention_days: z
      .int()
      .min(ARCHIVE_RETENTION_DAYS.min)
      .max(ARCHIVE_RETENTION_DAYS.max)
      .default(defaults.archive_retention_days)
      .meta({ description: "How long events are kept, in days; 0 keeps them for ever.", example: 365 }),
    pattern: patternSchema.optional().meta({
      description:
        "EventBridge event pattern, as an object or as JSON text; an event must match it and the stream's exact source.",
      example: { "detail-type": [{ prefix: "v2.audits." }] },
      absent: "every event of the stream is kept",
    }),
  })
  .meta({ title: "archive" });

/** The keys that every type of stream has beside its own. */
export const streamKeys = {
  enabled: z.boolean().default(true).meta({
    description:
      "Events come: what feeds the bus is switched on. Genesys Cloud sends nothing while it is off, and keeps nothing; a topic of Kafka keeps its records, for as long as it does.",
    example: true,
  }),
  protect: z.boolean().default(false).meta({
    description: "No plan may destroy the event bus or what feeds it.",
    example: true,
  }),
  renamed_from: renamedFrom(TARGET_ID_LENGTH),
  silence_minutes: z.int().min(SILENCE_MINUTES.min).max(SILENCE_MINUTES.max).optional().meta({
    description:
      "An alarm fires when no event at all came for so long, also at night and at weekends. 15 to 60 suits presence and conversations of a contact centre that never closes, 1440 (a day) audits and anything that is quiet by night.",
    example: 60,
    absent: "silence is no fault",
  }),
  archive: archiveSchema.optional().meta({
    description:
      "Keeps the stream's events in EventBridge, from where they can be sent to the bus again. Taken out, the archive is destroyed with what it holds.",
    example: { retention_days: 365 },
    absent: "nothing is kept",
  }),
  schema_discovery: z.boolean().default(false).meta({
    description:
      "EventBridge writes down the form of the events that it sees, as schemas. It cannot where kms_key_arn is set.",
    example: true,
  }),
  log_level: z
    .enum(["off", ...LOG_LEVELS])
    .default("off")
    .meta({
      description:
        "What EventBridge logs of its work on the bus, in a log group that is created: error what failed, info each main step too, trace every step. Switched off, the log group is destroyed with what it holds.",
      example: "error",
    }),
  log_detail: z.boolean().default(false).meta({
    description:
      "The bus's logs hold the events themselves and what is sent to targets, with all personal data that is in them.",
    example: true,
  }),
} as const;

const common = z.object(streamKeys);

/** The part of any stream that does not depend on its type. */
export type StreamKeys = z.output<typeof common> & { readonly type: string };
