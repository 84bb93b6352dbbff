import { type TerraformElement, type TerraformStack, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { providerOf } from "../modules/providers";
import { createEventStreams, nameInAddress } from "../stacks/event-stream";
import type { Environment } from "./environment";
import type { EventStreams } from "./event-streams";
import { EnvironmentError } from "./issue";
import { modelOf } from "./models";
import { referTo, refuseSameAddresses } from "./refer";

const filled = new WeakSet<TerraformStack>();

/**
 * Adds an environment to a stack of the app: integration, buses, rules, targets and all that they need to deliver, at the addresses that
 * `EventStreamStack` would have. The backend, the outputs and the providers that the stack has already stay the app's: its AWS provider must be
 * for the environment's account and region. Providers that are missing are added.
 *
 * @param stack - a stack of the app, which takes one environment
 * @param environment - what `readEnvironment` returns, as it is
 * @throws EnvironmentError where the stack has an environment already, or its AWS provider is for another region
 */
export function addEventStreams(stack: TerraformStack, environment: Environment): EventStreams {
  const model = modelOf(environment);
  if (filled.has(stack))
    throw new EnvironmentError([`the stack ${stack.node.id} has an environment already; use another one`]);
  refuseOtherRegion(stack, environment);
  filled.add(stack);
  const before = new Set(stack.node.children);
  const added = new Set<IConstruct>();
  let adding = true;
  nameAsInFile(stack, (element) => added.has(element) || (adding && !before.has(element)));
  const made = createEventStreams(stack, model);
  adding = false;
  for (const child of stack.node.children) if (!before.has(child)) added.add(child);
  refuseSameAddresses(stack);
  return referTo(model, made);
}

/** Gives some elements of a stack the names in their addresses. CDKTF asks the stack for names while elements are made, and again later. */
function nameAsInFile(stack: TerraformStack, isOurs: (element: TerraformElement) => boolean): void {
  const allocate: (element: TerraformElement) => string = Reflect.get(stack, "allocateLogicalId");
  const allocateLogicalId = (element: TerraformElement) =>
    isOurs(element) ? nameInAddress(element) : allocate.call(stack, element);
  Object.assign(stack, { allocateLogicalId });
}

function refuseOtherRegion(stack: TerraformStack, { name, aws_region }: Environment): void {
  const provider = providerOf(stack, "aws");
  const region: unknown = provider && Reflect.get(provider, "region");
  if (typeof region !== "string" || Token.isUnresolved(region) || region === aws_region) return;
  throw new EnvironmentError([
    `the AWS provider of the stack ${stack.node.id} is for ${region}, and the environment ${name} for ${aws_region}: use a stack of its own`,
  ]);
}
