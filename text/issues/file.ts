import { either, error, issueKinds, warning } from "./kind";

/** The issues of reading the file, before its meaning is checked. */
export const fileIssues = issueKinds({
  syntax: error(
    "The text is not what its format demands, and nothing behind that place can be read.",
    "The sign or word that the message names; the file's ending says whether it is HCL (.tfvars) or JSON (.tfvars.json).",
  ),
  encoding: error("Terraform reads UTF-8 only, and so does this.", "The same text, saved by the editor as UTF-8."),
  "environment-name": error(
    "The file's name is the environment's name, which begins the names of all that is created.",
    "Another file name: lower-case letters, digits, - and _, before .tfvars or .tfvars.json.",
  ),
  "not-a-literal": error(
    "The file holds plain values: no variables, functions or expressions, since nothing evaluates them.",
    "The value itself, or text in quotes.",
  ),
  "duplicate-key": error(
    "Of two keys of one name in a map only one could count, and nobody could tell which was meant.",
    "One of the two.",
  ),
  "reserved-name": error(
    "No JavaScript object can hold this name, so that it would be lost without a word.",
    "Another name; in an event pattern, the whole pattern as JSON text.",
  ),
  "reserved-text": error(
    "CDKTF takes such text for a placeholder of its own and would replace it.",
    "Text without {TfToken[…]} and the like.",
  ),
  "too-deep": error(
    "Values nested so deep are a slip, and reading them could exhaust the memory.",
    "The same with fewer maps and lists within each other.",
  ),
  "credential-in-file": either(
    "The file is committed, and whoever reads the repository would have the credential.",
    "Nothing here: name a secret of Secrets Manager (secrets_manager) or a parameter (ssm_parameter); the providers read theirs from environment variables.",
  ),
  "imports-file-invalid": error(
    "The file of imports beside the environment is not what `adopt` writes.",
    "The file anew, by the command in the message.",
  ),
  "imports-file-foreign": error(
    "The file of imports is of another account or region: its names would take over what is not meant, or nothing.",
    "The file anew, by the command in the message; a new environment needs none.",
  ),
  "import-without-effect": warning(
    "An import whose resource is not in the stack takes over nothing.",
    "The import taken out, or the file anew by `adopt`.",
  ),
  "too-many-issues": error(
    "One mistake can make thousands of messages, of which nobody reads more than the first.",
    "What the first messages ask for; the next check shows the rest.",
  ),
});
