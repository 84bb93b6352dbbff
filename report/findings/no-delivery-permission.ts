import { own } from "../own";
import type { Statement } from "../policies/statement";
import type { Delivery } from "../resources/deliveries";
import { isLater, isSet, text } from "../resources/resource";
import { covers } from "../text/glob";
import { type Evidence, type FindingType, nist } from "./finding";

const EVENTS = "events.amazonaws.com";

export const noDeliveryPermission: FindingType = {
  id: "no-delivery-permission",
  severity: "high",
  why: "EventBridge may not deliver, does not try again, and drops the event; the console adds what Terraform leaves out.",
  mend: "Declare the destination in the environment file, which adds what its type needs, or add the role or policy.",
  controls: nist("AU-5", "AU-12"),
  find: (evidence) =>
    evidence.deliveries.flatMap((delivery) => {
      const what = missing(delivery, evidence);
      return what === undefined ? [] : [{ address: delivery.target.address, what }];
    }),
};

const BY_TYPE: Readonly<Record<string, string>> = {
  aws_cloudwatch_event_api_destination: "api-destination",
  aws_cloudwatch_log_group: "logs",
  aws_kinesis_firehose_delivery_stream: "firehose",
  aws_kinesis_stream: "kinesis",
  aws_lambda_function: "lambda",
  aws_sfn_state_machine: "states",
  aws_sns_topic: "sns",
  aws_sqs_queue: "sqs",
};

function missing(delivery: Delivery, evidence: Evidence): string | undefined {
  const { target, receiver, arn } = delivery;
  const service = own(BY_TYPE, receiver?.type ?? "") ?? arn?.split(":")[2];
  const role = isSet(target, "role_arn");
  switch (service) {
    case "api-destination":
    case "events":
    case "firehose":
    case "kinesis":
    case "states":
      return role ? undefined : "the target has no role, so that EventBridge may not deliver";
    case "lambda":
      return role || invokes(delivery, evidence) ? undefined : "no permission lets EventBridge invoke the function";
    case "logs":
      return writes(delivery, evidence) ? undefined : "no CloudWatch Logs resource policy lets EventBridge write";
    case "sns":
    case "sqs":
      return role || receiver === undefined || letIn(delivery, evidence)
        ? undefined
        : "the destination's policy does not let EventBridge in";
    default:
      return undefined;
  }
}

function writes({ arn }: Delivery, { documents, resources }: Evidence): boolean {
  const policies = resources.filter(({ type }) => type === "aws_cloudwatch_log_resource_policy");
  if (policies.some((policy) => isLater(policy, "policy_document"))) return true;
  return documents
    .filter(({ address }) => policies.some((policy) => policy.address === address))
    .some(({ statements }) => statements.some((one) => allows(one, "logs:PutLogEvents", arn && `${arn}:log-stream:x`)));
}

function allows({ effect, principals, actions, resources }: Statement, action: string, resource?: string): boolean {
  const named = principals.some(({ kind, id }) => kind === "*" || id === EVENTS);
  const acts = actions.some((pattern) => covers(pattern, action));
  return (
    effect === "Allow" && named && acts && (resource === undefined || resources.some((one) => covers(one, resource)))
  );
}

function invokes({ arn, receiver }: Delivery, { resources }: Evidence): boolean {
  return resources.some((permission) => {
    if (permission.type !== "aws_lambda_permission") return false;
    const name = text(permission, "function_name");
    const same = name === undefined || receiver === undefined ? undefined : text(receiver, "function_name") === name;
    const referred = permission.references.function_name?.includes(receiver?.address ?? "") ?? false;
    const ofArn =
      name !== undefined &&
      arn !== undefined &&
      (arn === name || arn.startsWith(`${name}:`) || arn.endsWith(`:${name}`));
    return Boolean(same || referred || ofArn) && ["*", EVENTS].includes(text(permission, "principal") ?? "");
  });
}

/** By its own policy, or by one beside it. */
function letIn({ receiver, arn }: Delivery, { documents, resources }: Evidence): boolean {
  const beside = resources.filter(
    ({ type, references, values }) =>
      /^aws_(?:sqs_queue|sns_topic)_policy$/.test(type) &&
      (Object.values(references)
        .flat()
        .includes(receiver?.address ?? "") ||
        values.arn === arn),
  );
  const own = [...(receiver === undefined ? [] : [receiver]), ...beside];
  // Text that is known after the apply only says nothing yet.
  if (own.some((one) => isLater(one, "policy"))) return true;
  return documents
    .filter(({ address }) => own.some((one) => one.address === address))
    .some(({ statements }) => statements.some((one) => allows(one, "sqs:SendMessage") || allows(one, "sns:Publish")));
}
