/** The place that a value of the event takes. */
export interface ValueUse {
  /** The noun that completes "for". */
  readonly noun: string;
  /** True if EventBridge loses the event without a value there. */
  readonly required: boolean;
  /** The fate of a list or an object there, and what to write instead of it, beside one of its values. */
  readonly structure: { readonly fate: string; readonly advice?: string };
}
