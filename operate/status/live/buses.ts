import type { Resource } from "../../../report/resources/resource";
import { onceForEach } from "../../../text/once";
import { isAwsError } from "../../aws/aws-problem";
import type { Look } from "../look";
import { namedStreams } from "../streams";
import { type Account, eventBridge } from "./account";
import { asResource } from "./as-resource";

/** Returns the buses of the environment's streams that are there, by name. */
export const liveBuses = onceForEach(async (look: Look): Promise<ReadonlyMap<string, Resource>> => {
  const names = namedStreams(look.environment).flatMap(({ bus }) => bus ?? []);
  const found = await Promise.all(names.map(async (name) => [name, await busCalled(look.account, name)] as const));
  return new Map(found.flatMap(([name, bus]) => (bus === undefined ? [] : [[name, bus] as const])));
});

async function busCalled(account: Account, Name: string): Promise<Resource | undefined> {
  const { sdk, client } = await eventBridge(account);
  try {
    const bus = await client.send(new sdk.DescribeEventBusCommand({ Name }));
    return asResource("aws_cloudwatch_event_bus", Name, {
      name: Name,
      arn: bus.Arn,
      policy: bus.Policy,
      description: bus.Description,
      kms_key_identifier: bus.KmsKeyIdentifier,
      dead_letter_config: bus.DeadLetterConfig?.Arn && { arn: bus.DeadLetterConfig.Arn },
    });
  } catch (error) {
    if (isAwsError(error, "ResourceNotFoundException")) return undefined;
    throw error;
  }
}
