import { gapReasons } from "../../genesys/gap";
import { exactly, type Shape, TEXT } from "./shape";

const TIME: Shape = { type: "string", format: "date-time" };

/** Returns the shape of what a bridge says of a time in which events may be missing: ours, and so known as a whole. */
export function gapShape(): Shape {
  return exactly({
    from: TIME,
    to: TIME,
    topics: { type: "array", items: TEXT },
    reason: { enum: gapReasons },
    subscriptions: { type: "number" },
  });
}
