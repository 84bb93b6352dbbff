import { resourceType } from "../../aws/resources";
import { number } from "../resources/resource";
import { aws, type FindingType, nist } from "./finding";

/** AWS Security Hub CloudWatch.16; also what PCI DSS and others ask of an audit trail. */
const DAYS = 365;

export const auditRetention: FindingType = {
  id: "audit-retention",
  severity: "medium",
  why: "Who changed what must be answerable for a year; most misuse is noticed after months.",
  remediation: "Write retention_days = 365 or more.",
  controls: [...aws("CloudWatch.16"), ...nist("AU-11", "SI-12")],
  find: ({ deliveries }) => {
    const kept = new Map(
      deliveries.flatMap(({ topics, receiver }) => {
        const audits = topics?.some((topic) => topic.startsWith("v2.audits."));
        const retention = resourceType(receiver?.type)?.retention;
        return audits && receiver !== undefined && retention?.forEver
          ? [[receiver.address, { receiver, retention }] as const]
          : [];
      }),
    );
    return [...kept.values()].flatMap(({ receiver, retention }) => {
      // 0 and none: for ever.
      const days = number(receiver, retention.attribute) ?? 0;
      return days > 0 && days < DAYS
        ? [{ address: receiver.address, what: `audit events are kept for ${days} days, less than ${DAYS}` }]
        : [];
    });
  },
};
