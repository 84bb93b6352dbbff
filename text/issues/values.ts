import { error, issueKinds } from "./kind";

/** The issues of the schema: keys and values one by one. */
export const valueIssues = issueKinds({
  "unknown-key": error(
    "A key that nobody reads has no effect, and whoever wrote it counts on one.",
    "The key that the message names, or one from [Configuration](configuration.md), or nothing.",
  ),
  "missing-key": error(
    "The stack cannot be made without this value, and there is no default for it.",
    "The key with a value such as the one in the message.",
  ),
  "wrong-type": error(
    "The value is of another type than the key takes: text, number, true or false, list or map.",
    "The form that the message names.",
  ),
  "unknown-value": error(
    "The key takes some values only, and this is none of them.",
    "One of the values that the message lists.",
  ),
  "invalid-format": error(
    "The text does not look like what belongs there, and AWS or Genesys Cloud would refuse it.",
    "Text of the form that the message names.",
  ),
  "invalid-name": error(
    "A name in a map becomes a name in AWS or Terraform, where not every character may stand.",
    "A name of the form that the message names.",
  ),
  "invalid-value": error("The value has the right type and cannot be used all the same.", "What the message says."),
  "out-of-range": error(
    "The number, the text or the list is smaller or larger than the service allows.",
    "A value within the limits that the message names.",
  ),
});
