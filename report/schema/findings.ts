import * as z from "zod";
import { findingIds } from "../../config/finding-ids";
import { severities } from "../severities";

const control = {
  standard: z.enum(["AWS Foundational Security Best Practices", "CIS AWS Foundations 1.4", "NIST SP 800-53"]),
  id: z.string(),
};

export const findingSchema = z.strictObject({
  id: z.enum(findingIds),
  severity: z.enum(severities),
  address: z.string().nullable().meta({ description: "Terraform address; null where it is of the file alone." }),
  path: z.string().nullable().meta({ description: "Path in the environment file; null where nothing there makes it." }),
  what: z.string(),
  why: z.string(),
  remediation: z.string(),
  controls: z.array(z.strictObject(control)),
});

export const waivedSchema = findingSchema.extend({
  waiver: z.strictObject({
    reason: z.string(),
    owner: z.string(),
    expires: z.string(),
    path: z.string().optional(),
  }),
});

export const controlSchema = z.strictObject({
  ...control,
  status: z.enum(["no finding", "open", "waived", "cannot be met"]),
  findings: z.array(z.enum(findingIds)).meta({ description: "Findings that answer it." }),
  note: z.string().nullable(),
});
