import * as z from "zod";
import { name } from "./text";

/** Returns the key that every stream, rule and destination has for its earlier names; `length` is that of a name. */
export function renamedFrom(length: number) {
  return z
    .union([name(length), z.array(name(length)).min(1)])
    .optional()
    .meta({
      description:
        "The name that the entry had in this file before, or a list of all of them, the oldest first. What is there stays, under the names that it has in AWS. Keep it for as long as the entry.",
      example: "earlier",
      absent: "it never had another name",
    });
}
