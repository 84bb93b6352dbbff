import * as z from "zod";
import { type comparedSchema, comparisonSchema } from "./comparison";
import { destinationSchema, limitSchema, ruleSchema, statementSchema, storeSchema, streamSchema } from "./environment";
import { controlSchema, findingSchema, waivedSchema } from "./findings";
import { type changeSchema, planSchema } from "./plan";

export const inputSchema = z.strictObject({
  role: z.enum(["environment", "plan", "against"]),
  path: z.string(),
  sha256: z.string().meta({ description: "Of the file's bytes." }),
});

/** The report as `report --format json` writes it. Its types and its published schema come from here. */
export const reportSchema = z
  .strictObject({
    version: z.literal(1).meta({ description: "Of this form; another number is another form." }),
    date: z.string().meta({ description: "When it was made, UTC." }),
    tool: z.strictObject({ name: z.string(), version: z.string() }).meta({ description: "The program that made it." }),
    inputs: z.array(inputSchema).meta({ description: "The files that it was made from." }),
    environment: z.strictObject({
      name: z.string(),
      production: z.boolean().meta({ description: "Whether its name says so." }),
      aws_account_id: z.string(),
      aws_region: z.string(),
      kms_key_arn: z.string().nullable(),
      permissions_boundary_arn: z.string().nullable(),
      state: z.string().meta({ description: "Where Terraform's state is kept, in words." }),
    }),
    findings: z.array(findingSchema).meta({ description: "What is open, the worst first." }),
    waived: z.array(waivedSchema).meta({ description: "What is accepted by a waiver that still holds." }),
    controls: z.array(controlSchema),
    plan: planSchema.nullable().meta({ description: "What a plan changes; null where none was given." }),
    comparison: comparisonSchema.nullable().meta({ description: "Held against another; null where none was given." }),
    streams: z.array(streamSchema),
    rules: z.array(ruleSchema),
    destinations: z.array(destinationSchema),
    stores: z.array(storeSchema).meta({ description: "What else keeps something of events." }),
    statements: z.array(statementSchema).meta({ description: "Every statement of every policy." }),
    limits: z.array(limitSchema).meta({ description: "Limits of the services, nearest first." }),
  })
  .meta({
    title: "What genesys-eventbridge report --format json writes",
    description: "What an environment does with events, for an auditor.",
  });

export type Report = z.output<typeof reportSchema>;
export type ReportInput = z.output<typeof inputSchema>;
export type FindingPart = z.output<typeof findingSchema>;
export type WaivedPart = z.output<typeof waivedSchema>;
export type PlanPart = z.output<typeof planSchema>;
export type ChangePart = z.output<typeof changeSchema>;
export type ComparedPart = z.output<typeof comparedSchema>;
export type ComparisonPart = z.output<typeof comparisonSchema>;
export type ControlPart = z.output<typeof controlSchema>;
export type StreamPart = z.output<typeof streamSchema>;
export type RulePart = z.output<typeof ruleSchema>;
export type TargetPart = RulePart["targets"][number];
export type DestinationPart = z.output<typeof destinationSchema>;
export type StorePart = z.output<typeof storeSchema>;
export type StatementPart = z.output<typeof statementSchema>;
export type LimitPart = z.output<typeof limitSchema>;
