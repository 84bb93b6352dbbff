import type { TargetInput } from "../config/target-input";
import { eventValue, type StreamEvent } from "./event";
import { filled } from "./fill";

/** The values that EventBridge fills in by itself. */
export interface Surroundings {
  readonly ruleName: string;
  readonly ruleArn: string;
}

/** The text that a target gets. */
export interface Arriving {
  readonly text: string;
  /** True where it is known to be JSON. */
  readonly isJson?: true;
}

/** The text that a target gets, or the reason why it gets nothing. */
export type Payload = Arriving | { readonly lost: string };

export function payload(input: TargetInput, event: StreamEvent, surroundings: Surroundings): Payload {
  switch (input.kind) {
    case "event":
      return { text: JSON.stringify(event), isJson: true };
    case "constant":
      return { text: input.input };
    case "path":
      return { text: JSON.stringify(eventValue(event, input.path)) ?? "" };
    case "transformer":
      return filled(input.transformer, event, surroundings);
    default:
      return input satisfies never;
  }
}
