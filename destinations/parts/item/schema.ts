import * as z from "zod";
import { text } from "../../../schema/text";

/** A path into the event, or `topic[n]`; the leading `$.` is dropped. */
export const itemValue = text(
  "a path into the event such as detail.eventBody.id, or a part of its topic such as topic[2]",
  /^(?:topic\[\d{1,2}\]|(?:\$\.)?[\w-]+(?:\[\d+\])*(?:\.[\w-]+(?:\[\d+\])*)*)$/,
)
  .max(250)
  .overwrite((value) => value.replace(/^\$\./, ""));

/** The name of an attribute; DynamoDB takes any text of 64 KB, keys 255 bytes. */
export const attributeName = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,255}$/, { error: "1 to 255 letters, digits, . - or _" })
  .meta({ form: "1 to 255 letters, digits, . - or _" });
