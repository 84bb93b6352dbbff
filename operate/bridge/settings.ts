import * as z from "zod";

/** What a bridge is told of its stream, at a desk by the environment file and in a container by a variable. */
export const settingsSchema = z.strictObject({
  environment: z.string().min(1),
  stream: z.string().min(1),
  aws_account_id: z.string(),
  aws_region: z.string(),
  /** The region of the organization; left out where the environment's variables say it. */
  genesys_region: z.string().optional(),
  bus: z.string().min(1),
  source: z.string().min(1),
  topics: z.array(z.string()).min(1),
  ids: z.record(z.string(), z.union([z.literal("all"), z.array(z.string())])),
  /** The parameter that keeps until when everything is on the bus. */
  parameter: z.string().min(1),
});

export type BridgeSettings = z.output<typeof settingsSchema>;
