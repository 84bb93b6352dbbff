/** The parts of an ARN; those that a text lacks are empty. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All that follows the account: `function:audit:live`. */
  readonly resource: string;
  /** The same between colons: `function`, `audit`, `live`. */
  readonly segments: readonly string[];
}

/** Returns an ARN taken apart; whether it is one, its schema says. */
export function parseArn(arn: string): Arn {
  const [, partition = "", service = "", region = "", account = "", resource = ""] = arnParts(arn);
  return { partition, service, region, account, resource, segments: resource.split(":") };
}

/** Returns `arn`, partition, service, region, account, and the rest; fewer where the text has fewer. */
export function arnParts(arn: string): string[] {
  const parts = arn.split(":");
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}

/** Returns the ARN of a function or a state machine, and its alias or version apart. */
export function unqualified(arn: string): readonly [arn: string, qualifier: string | undefined] {
  const parts = arn.split(":");
  return [parts.slice(0, 7).join(":"), parts[7]];
}
