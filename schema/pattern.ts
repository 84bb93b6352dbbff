import * as z from "zod";
import { parsePatternText } from "../patterns/parse";
import { isDeeplyNested } from "../text/nesting";
import { isMap } from "../text/value";
import { jsonValues } from "./json-value";

/** An event pattern, written as an object or as a JSON string; text and object come out alike. */
export const patternSchema = z
  .union([
    z
      .string()
      .meta({ form: "JSON text" })
      .transform((json, context): Record<string, unknown> => {
        // Code that recurses into a pattern would run out of stack.
        const value = isDeeplyNested(json) ? undefined : parsed(json);
        if (isMap(value)) return value;
        const [fault] = parsePatternText(json).faults;
        const message = fault?.message ?? "is no JSON object; write the pattern as { … } or as JSON text";
        context.issues.push({ code: "custom", input: json, message, params: { offset: fault?.textOffset } });
        return z.NEVER;
      }),
    z.record(z.string(), z.unknown()),
  ])
  .register(jsonValues, { use: "pattern" });

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // no JSON at all is reported like JSON of another kind
  }
}
