import { parseArn } from "../../aws/arn";
import { contextOf, EVENTS, type Request } from "../policies/request";
import { refusal } from "../policies/verdict";
import { ofKind } from "./by-role";
import { caller, type Known, type Missing, type Permission } from "./permission";

/** Writes for EventBridge in some accounts (terraform-provider-aws #30388); those where it does not need no statement for it. */
const DELIVERY = "delivery.logs.amazonaws.com";

/** A log group lets EventBridge in by policies of the whole account and region. */
export const logs: Permission = (delivery, known) => {
  const { documents, open } = known.holdings.about("logs", []);
  const { arn } = delivery;
  const { region, account } = parseArn(arn ?? "");
  if (arn !== undefined && (region !== known.aws_region || account !== known.aws_account_id))
    return { what: `EventBridge writes to log groups of its own account and region only, not to ${arn}` };
  if (open) return undefined;
  const group = arn?.replace(/:\*$/, "");
  const statements = ofKind(documents, "resource");
  const why = (service: string) => {
    for (const request of requests(service, group, delivery.ruleArn, known)) {
      const found = refusal(statements, request);
      if (found !== undefined) return `${found}${hint(found, request, statements.length)}`;
    }
    return undefined;
  };
  const missing = why(EVENTS);
  if (missing !== undefined) return { what: `no CloudWatch Logs resource policy lets EventBridge write: ${missing}` };
  const late = why(DELIVERY);
  return late === undefined ? undefined : missingDelivery(late);
};

function missingDelivery(why: string): Missing {
  return {
    what: `the CloudWatch Logs resource policy lets ${EVENTS} write, and not ${DELIVERY}, which writes for it in some accounts: ${why}`,
    severity: "medium",
  };
}

/** The requests of a delivery: it makes a log stream, which carries no rule, and then writes (aws-samples/serverless-patterns #618). */
function requests(service: string, group: string | undefined, ruleArn: string | undefined, known: Known): Request[] {
  const resource = group && `${group}:log-stream:x`;
  const place = { ...caller(known), service };
  const none = { "aws:SourceArn": null, "aws:SourceAccount": null };
  return [
    { service, action: "logs:CreateLogStream", resource, context: contextOf(place, none) },
    {
      service,
      action: "logs:PutLogEvents",
      resource,
      context: contextOf(place, ruleArn === undefined ? {} : { "aws:SourceArn": ruleArn }),
    },
  ];
}

function hint(why: string, { action, resource }: Request, statements: number): string {
  if (statements === 0) return "";
  if (action === "logs:CreateLogStream" && why.startsWith("the condition"))
    return "; give it a statement of its own without a condition";
  return why.includes("and not for") && resource !== undefined ? "; name the group's ARN with :* at its end" : "";
}
