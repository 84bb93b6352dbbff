import { topicsOf } from "../../streams";
import { isProduction } from "../model/environment";
import { carriedBy, personal } from "../personal-data";
import { type FindingType, nist } from "./finding";

export const noCustomerKey: FindingType = {
  id: "no-customer-key",
  severity: "medium",
  why: "With AWS's own keys nobody can take back access by the key, nor see in CloudTrail who decrypted what.",
  remediation: "Name a customer-managed key in kms_key_arn; the output kms_key_policy says what its policy needs.",
  controls: nist("SC-12", "SC-13", "SC-28"),
  find: ({ environment }) => {
    const { kms_key_arn, streams } = environment;
    if (!isProduction(environment) || kms_key_arn !== undefined) return [];
    const topics = Object.values(streams).flatMap((stream) => topicsOf(stream) ?? []);
    return topics.some((topic) => personal(carriedBy(topic)) === "yes")
      ? [{ path: "kms_key_arn", what: "production keeps personal data under AWS's own keys" }]
      : [];
  },
};
