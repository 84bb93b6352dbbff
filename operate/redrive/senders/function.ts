import { parseArn } from "../../../aws/arn";
import { allow, handed, type Sender } from "./sender";

export const lambdaFunction: Sender = {
  service: "lambda",
  statements: (arn) => [allow("lambda:InvokeFunction", arn)],
  async open(aws, arn) {
    const { InvokeCommand, LambdaClient } = await import("@aws-sdk/client-lambda");
    const client = aws.client(LambdaClient, parseArn(arn).region);
    return async ({ text }) => {
      // As EventBridge does: Lambda has it then, tries it three times, and keeps what fails where the function's own settings say.
      return handed(
        await client.send(
          new InvokeCommand({ FunctionName: arn, InvocationType: "Event", Payload: Buffer.from(text) }),
        ),
      );
    };
  },
};
