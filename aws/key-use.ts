/** The users of a customer-managed key for a destination or stream, beside EventBridge for rules and buses. */
export interface KeyUse {
  /** EventBridge, where it may not be asked for the rule: an SNS topic would get nothing. */
  readonly withoutSource?: true;
  /** CloudWatch Logs, for these log groups. */
  readonly logGroups?: readonly string[];
  /** A service by itself, for things of the account. */
  readonly service?: { readonly sid: string; readonly principal: string };
  /** Roles of the stack, by these services. */
  readonly via?: readonly string[];
  /** The ARN of a role of the stack that uses it by itself. */
  readonly role?: string;
  /** EventBridge, for the secret of a connection. */
  readonly connection?: true;
}
