import { TerraformDataSource, TerraformResource, type TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { Environment as Model } from "../config/model";
import { withoutTemplates } from "../modules/escape";
import { kmsKeyPolicy, type Made } from "../stacks/outputs";
import type { EventStreams } from "./event-streams";

/** Returns what others refer to of what was made. */
export function referTo(model: Model, made: Made): EventStreams {
  const buses = made.streams.map(({ stream, made: { name, arn } }) => [stream, { name, arn }] as const);
  return {
    eventBuses: Object.fromEntries(buses),
    ruleArns: Object.fromEntries(made.rules),
    destinationArns: Object.fromEntries(made.receivers.map(({ key, arn }) => [key, arn])),
    endpoints: Object.fromEntries(
      made.streams.flatMap(({ stream, outputs: { endpoints } }) =>
        endpoints === undefined ? [] : [[stream, endpoints]],
      ),
    ),
    deadLetterQueue: { arn: made.deadLetters.queue.arn, url: made.deadLetters.queue.url },
    kmsKeyPolicy: kmsKeyPolicy(withoutTemplates(model), made),
  };
}

/** Makes synthesis fail where two elements have one address: CDKTF merges them without a word. */
export function refuseSameAddresses(stack: TerraformStack): void {
  stack.node.addValidation({
    validate: () => {
      const seen = new Set<string>();
      return stack.node.findAll().flatMap((element) => {
        const address = addressOf(element);
        if (address === undefined) return [];
        if (seen.has(address)) return [`two constructs would both be ${address} in Terraform; give yours another id`];
        seen.add(address);
        return [];
      });
    },
  });
}

function addressOf(element: IConstruct): string | undefined {
  if (TerraformResource.isTerraformResource(element))
    return `${element.terraformResourceType}.${element.friendlyUniqueId}`;
  if (TerraformDataSource.isTerraformDataSource(element))
    return `data.${element.terraformResourceType}.${element.friendlyUniqueId}`;
  return undefined;
}
