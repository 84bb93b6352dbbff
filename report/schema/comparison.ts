import * as z from "zod";

export const comparedSchema = z.strictObject({
  path: z.string().meta({ description: "In the environment file, or the Terraform address with its attribute." }),
  verdict: z.enum(["only here", "different", "only there", "expected"]).meta({
    description: "expected: what says which environment it is, and so differs anyway.",
  }),
  here: z.string().nullable(),
  there: z.string().nullable(),
});

export const comparisonSchema = z.strictObject({
  with: z.string().meta({ description: "The other file." }),
  of: z.enum(["environments", "plans"]),
  parts: z.array(comparedSchema).meta({ description: "What is only here, and so not tested there, comes first." }),
});
