import type { TargetInput } from "../../config/target-input";
import { jsonIn } from "../../text/value";
import { atPath } from "./at-path";
import { constantShape } from "./constant-shape";
import { filledShape } from "./filled-shape";
import { ANYTHING, type Shape } from "./shape";

/**
 * Returns the shape of what a target gets of an event, where it gets anything: by the rules by which `trace` makes the payload. It is of
 * the payload as JSON; of a text that is none, which a value with a quote in it may make, nothing is said.
 */
export function sentShape(input: TargetInput, event: Shape, ruleName: string): Shape {
  switch (input.kind) {
    case "event":
      return event;
    case "constant":
      return constantShape(jsonIn(input.input));
    case "path":
      return atPath(event, input.path)?.shape ?? ANYTHING;
    case "transformer":
      return filledShape(input.transformer, event, ruleName);
    default:
      return input satisfies never;
  }
}
