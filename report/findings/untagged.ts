import { resourceType } from "../../aws/resources";
import { isMap } from "../../text/value";
import { isSet, type Resource } from "../resources/resource";
import { aws, type FindingType, nist } from "./finding";

export const untagged: FindingType = {
  id: "untagged",
  severity: "low",
  why: "Nobody can tell whose it is, which environment it belongs to, or what it costs.",
  remediation: "Add tags; those of the environment file are put on everything that takes them.",
  controls: [...aws("EventBridge.2", "SQS.2", "Kinesis.2"), ...nist("CM-8")],
  find: ({ resources }) =>
    resources.flatMap((resource) =>
      resourceType(resource.type)?.tagged && !hasTags(resource)
        ? [{ address: resource.address, what: "it has no tags" }]
        : [],
    ),
};

/** The provider's own tags count as well. */
function hasTags(resource: Resource): boolean {
  const some = (key: string) => {
    const value = resource.values[key];
    return isMap(value) ? Object.keys(value).length > 0 : isSet(resource, key) && value !== undefined;
  };
  return some("tags") || some("tags_all");
}
