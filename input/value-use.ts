/** The place that a value of the event takes. */
export interface ValueUse {
  /** Completes "for". */
  readonly noun: string;
  /** Without a value there, EventBridge loses the event. */
  readonly required: boolean;
  /** What becomes of a list or an object there, and what to write instead of it, beside one of its values. */
  readonly structure: { readonly fate: string; readonly advice?: string };
}
