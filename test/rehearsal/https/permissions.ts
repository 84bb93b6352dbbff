/** The permissions of the function that are taken away, one for each stream, with what it must answer then. */
export interface Without {
  readonly stream: string;
  /** The action that its role loses. */
  readonly action: string;
  readonly status: number;
}

export const withouts: readonly Without[] = [
  { stream: "no-put", action: "events:PutEvents", status: 503 },
  { stream: "no-secret", action: "secretsmanager:GetSecretValue", status: 503 },
  // Without the table, an event that comes twice is better than one that never comes.
  { stream: "no-claim", action: "dynamodb:PutItem", status: 200 },
  { stream: "no-confirm", action: "dynamodb:UpdateItem", status: 200 },
  { stream: "no-release", action: "dynamodb:DeleteItem", status: 200 },
  { stream: "no-log-stream", action: "logs:CreateLogStream", status: 200 },
  { stream: "no-log-events", action: "logs:PutLogEvents", status: 200 },
  { stream: "no-dead-letters", action: "sqs:SendMessage", status: 200 },
  // For a secret with a key of its own, which this one has not.
  { stream: "no-key", action: "kms:Decrypt", status: 200 },
];

interface Policy {
  readonly Statement: readonly { readonly Action: string | readonly string[] }[];
}

/** Returns a policy without an action, wherever it stands. */
export function withoutAction(policy: string, action: string): string {
  const { Statement, ...rest }: Policy = JSON.parse(policy);
  const left = Statement.flatMap((statement) => {
    const actions = [statement.Action].flat().filter((one) => one !== action);
    return actions.length === 0 ? [] : [{ ...statement, Action: actions }];
  });
  return JSON.stringify({ ...rest, Statement: left });
}
