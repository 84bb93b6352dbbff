import { parseArn, unqualified } from "../../../aws/arn";
import { isAwsError } from "../../aws/aws-problem";
import { allow, handed, type Sender } from "./sender";

export const stateMachine: Sender = {
  service: "states",
  statements: (arn) => [allow("states:StartExecution", unqualified(arn)[0])],
  async open(aws, arn) {
    const { SFNClient, StartExecutionCommand } = await import("@aws-sdk/client-sfn");
    const client = aws.client(SFNClient, parseArn(arn).region);
    return async ({ id, text }) => {
      try {
        // A standard workflow takes a name once in 90 days (API reference, StartExecution, 2026-11), so that nothing starts twice.
        return handed(
          await client.send(new StartExecutionCommand({ stateMachineArn: arn, name: `redrive-${id}`, input: text })),
        );
      } catch (error) {
        if (isAwsError(error, "ExecutionAlreadyExists")) return { before: true, attempts: 1 };
        throw error;
      }
    };
  },
};
