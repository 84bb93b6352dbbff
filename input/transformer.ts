/** The parts of an EventBridge input transformer. */
export interface Transformer {
  readonly input_paths: Readonly<Record<string, string>>;
  readonly input_template: string;
}

/** The form of what a target gets: any JSON, or the { timestamp, message } that a log group takes and nothing else. */
export type InputForm = "json" | "log-event";

/** Wraps the text of a message as a log group takes it. */
export function logEvent(input_paths: Readonly<Record<string, string>>, message: string): Transformer {
  return {
    input_paths: { ...input_paths, "log-time": "$.time" },
    input_template: `{"timestamp":<log-time>,"message":${JSON.stringify(message)}}`,
  };
}
