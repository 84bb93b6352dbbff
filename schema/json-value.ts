import * as z from "zod";

/** The use of a value that somebody gets to see as JSON: EventBridge as a pattern, or a target as what is sent to it. */
interface JsonValue {
  readonly use: "pattern" | "sent";
}

/** The flag of schemas whose values are kept as they are written, with every `null`: in JSON, that has a meaning of its own. */
export const jsonValues = z.registry<JsonValue>();
