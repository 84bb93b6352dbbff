import { type Answers, organizationWith } from "../../operate/status/organization";
import * as account from "./account";

/** Mends what was broken. */
export type Mend = () => Promise<unknown>;

/** A thing that is broken, in the account or in the organization, and what `status` must name first. */
export interface Break {
  readonly link: string;
  readonly subject: string;
  /** Breaks something in the account, and returns what mends it. */
  readonly make?: () => Promise<Mend>;
  /** What the organization answers meanwhile, where it is something else than always. */
  readonly organization?: Answers;
}

const OWN = { eventSourceSuffix: "audit-live" };
export const HEALTHY = organizationWith({}, OWN);
const INTEGRATION = { link: "genesys-cloud", subject: "integration of stream audit" };
const permission = (subject: string) => ({ link: "permissions", subject });
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:other";

export const breaks: readonly Break[] = [
  {
    link: "genesys-cloud",
    subject: "credentials",
    organization: { ...HEALTHY, "GET /api/v2/organizations/me": [{ status: 401, body: { message: "No." } }] },
  },
  { ...INTEGRATION, organization: organizationWith({ intendedState: "DISABLED" }, OWN) },
  { ...INTEGRATION, organization: organizationWith({ reportedState: { code: "ERROR" } }, OWN) },
  { ...INTEGRATION, organization: organizationWith({}, { ...OWN, eventFilter: [] }) },
  { link: "source", subject: "stream audit", make: account.withoutSource },
  { link: "rules", subject: "rule all", make: () => account.disabledRule("all") },
  { link: "rules", subject: "rule all", make: () => account.otherPattern("all") },
  { link: "rules", subject: "rule copies", make: () => account.withoutRule("copies") },
  { link: "targets", subject: "target queue of rule copies", make: () => account.withoutTarget("copies", "queue") },
  {
    link: "targets",
    subject: "target queue of rule copies",
    make: () => account.otherTarget("copies", "queue", { Arn: QUEUE }),
  },
  {
    link: "targets",
    subject: "target topic of rule all",
    make: () => account.otherTarget("all", "topic", { DeadLetterConfig: undefined }),
  },
  { link: "destinations", subject: "destination log", make: () => account.withoutLogGroup("/aws/events/live/log") },
  { ...permission("target queue of rule copies"), make: () => account.closedQueue("queue") },
  { ...permission("target topic of rule all"), make: () => account.closedTopic("topic") },
  { ...permission("target log of rule all"), make: account.withoutLogPolicy },
  { ...permission("target function of rule all"), make: () => account.closedFunction("audit") },
  { ...permission("target webhook of rule all"), make: () => account.idleRole("webhook") },
  { ...permission("target webhook of rule all"), make: () => account.distrustfulRole("webhook") },
  { ...permission("target function of rule all"), make: () => account.closedQueue("dead-letters") },
  { link: "traffic", subject: "rule all", make: () => account.counted("all", "FailedInvocations") },
  { link: "dead-letters", subject: "queue live-dead-letters", make: () => account.deadLetter("dead-letters") },
  { link: "alarms", subject: "alarm live-dead-letters", make: () => account.ringingAlarm("dead-letters") },
];
