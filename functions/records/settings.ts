/** All that the function is told, as JSON in its environment variable SETTINGS. */
export interface Settings {
  readonly bus: string;
  readonly source: string;
  /** The address of the stack's dead-letter queue. */
  readonly deadLetters: string;
}
