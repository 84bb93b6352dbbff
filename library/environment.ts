import type { Issue } from "./issue";

/** A checked environment, as `readEnvironment`, `readEnvironments` and `parseEnvironment` return it. */
export interface Environment {
  /** The file's name without its ending; also the stack's name. 1 to 64 letters, digits, - or _. */
  readonly name: string;
  /** The AWS account of bus, rules and destinations, 12 digits. */
  readonly aws_account_id: string;
  /** The AWS region, such as `us-east-1`. */
  readonly aws_region: string;
  /** The names of the streams, sorted. */
  readonly streams: readonly string[];
  /** The names of the rules, sorted. */
  readonly rules: readonly string[];
  /** The names of the destinations, sorted. */
  readonly destinations: readonly string[];
  /** The warnings of its file; nothing prints them. */
  readonly warnings: readonly Issue[];
}
