import { GetParameterCommand, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import type { Aws } from "../aws/aws";
import { type Checkpoint, seenIn } from "./checkpoint";

/** A checkpoint in a parameter, which outlives the task. */
export function parameterCheckpoint(aws: Aws, name: string): Checkpoint {
  const client = aws.client(SSMClient);
  return {
    async read() {
      const { Parameter } = await client.send(new GetParameterCommand({ Name: name }));
      return seenIn(Parameter?.Value ?? "");
    },
    async write(seen) {
      const Value = JSON.stringify(seen);
      await client.send(new PutParameterCommand({ Name: name, Value, Overwrite: true }));
    },
  };
}
