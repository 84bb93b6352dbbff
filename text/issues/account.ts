import { error, issueKinds, warning } from "./kind";

/** Account, region, state, tags, and the names of all that is made. */
export const accountIssues = issueKinds({
  "arn-elsewhere": error(
    "The ARN is of another account, region or partition, where nothing of this stack can use it.",
    "The ARN of one in the place that the message names.",
  ),
  "arn-of-this-stack": error(
    "The ARN names what this stack makes itself, so that two owners would write to one thing.",
    "The ARN of another, or no ARN, so that the stack makes it.",
  ),
  "region-uncertain": warning(
    "Nothing public shows that what feeds the stream can be had in this region.",
    "Another region, or this one after a try in a test account.",
  ),
  "bucket-name": error(
    "S3 or Terraform's S3 backend refuses this name.",
    "A bucket name of the form that the message names.",
  ),
  "too-many-tags": error(
    "AWS takes a limited number of tags for a resource, the added ones among them.",
    "Fewer tags.",
  ),
  "same-tag": error(
    "IAM takes names of tags that differ in case only for the same and refuses the role.",
    "One of the two.",
  ),
  "same-logical-id": error(
    "Two names in the file make the same address in Terraform, so that two resources would become one.",
    "Another name for one of them.",
  ),
  "renamed-from-taken": error(
    "The earlier name is still used, or claimed twice, so that Terraform could not tell which resource moves.",
    "The name that it had before the last apply, or nothing once that is applied.",
  ),
  "physical-name": error(
    "The name that the resource would get in AWS is too long or has signs that AWS refuses.",
    "A shorter or plainer name in the file, or a name of its own by the key that the message names.",
  ),
  "same-physical-name": error(
    "Two resources of this stack would get one name in AWS, and the apply would fail half way.",
    "Another name for one of them.",
  ),
  "same-name-elsewhere": error(
    "A resource of another environment in the same account has this name, and the apply would fail half way.",
    "Another name for one of them.",
  ),
  "same-state": error(
    "Two stacks with one state destroy each other's resources at every apply.",
    "A state of its own for each environment: another key, workspace, address or path.",
  ),
  "log-policy-too-long": error(
    "One Logs resource policy lets EventBridge write to all log groups of the stack, and AWS limits its length.",
    "Fewer log groups, or shorter names for them.",
  ),
  "too-many-log-policies": error(
    "Every stack with a log group needs a Logs resource policy, and AWS takes ten in an account and region.",
    "Several streams in one environment, or another region or account.",
  ),
});
