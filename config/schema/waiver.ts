import * as z from "zod";
import { anyText, text } from "../../schema/text";
import { findingIds } from "../finding-ids";

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

const waiverSchema = z.strictObject({
  reason: anyText.meta({
    description: "Why it may stay as it is.",
    example: "The central bus is ours",
  }),
  owner: anyText.meta({ description: "Who answers for it.", example: "platform-team" }),
  expires: text("a day such as 2027-06-30", DAY).meta({
    description: "The last day it holds; from then on it is a finding itself.",
    example: "2027-06-30",
  }),
  path: anyText.optional().meta({
    description: "What it is for: a path of this file, or a Terraform address; what lies below is included.",
    example: "destinations.central",
    absent: "every finding of that id",
  }),
});

export type Waiver = z.output<typeof waiverSchema>;

export const waiversSchema = z.partialRecord(z.enum(findingIds), waiverSchema);
