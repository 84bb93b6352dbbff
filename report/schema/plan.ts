import * as z from "zod";
import { risks } from "../plan/risks/risk";

export const changeSchema = z.strictObject({
  risk: z.enum(risks).meta({ description: "Why to read it; the gravest come first." }),
  action: z.enum(["create", "update", "replace", "destroy", "forget", "move", "drift", "keep"]),
  address: z.string(),
  words: z.string(),
});

export const planSchema = z.strictObject({
  terraform_version: z.string().nullable(),
  create: z.int(),
  update: z.int(),
  replace: z.int(),
  destroy: z.int(),
  changes: z.array(changeSchema).meta({ description: "One for everything that is to be said, by risk." }),
});
