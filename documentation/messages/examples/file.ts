import type { fileIssues } from "../../../text/issues/file";
import type { valueIssues } from "../../../text/issues/values";
import type { Example } from "../example";

export const fileExamples: Readonly<Record<keyof typeof fileIssues | keyof typeof valueIssues, Example>> = {
  syntax: { text: 'tags = { team = "crm" } /* the team that answers for it' },
  encoding: { instead: "A file that an editor saved as UTF-16." },
  "environment-name": { instead: "A file called `my dev.tfvars`." },
  "not-a-literal": { stream: "protect = on" },
  "duplicate-key": { top: 'aws_region = "eu-west-1"' },
  "reserved-name": { top: 'tags = { __proto__ = "x" }' },
  "reserved-text": { rule: 'description = "{TfToken[1]}"' },
  "too-deep": { instead: "More than a hundred maps within each other." },
  "credential-in-file": { top: 'oauthclient_secret = "…"' },
  "imports-file-invalid": { instead: "dev.imports.json was edited by hand." },
  "imports-file-foreign": { instead: "test.imports.json was copied to prod.imports.json." },
  "import-without-effect": { instead: "The rule was taken out of the file after `adopt`." },
  "too-many-issues": { instead: "A file with hundreds of unknown keys." },
  "unknown-key": { stream: "protected = true" },
  "missing-key": { destination: 'queue_name = "calls"' },
  "wrong-type": { stream: 'archive = "30 days"' },
  "unknown-value": { destination: 'type = "kinesys"' },
  "invalid-format": { topics: '"v2.users.{id}.presence "' },
  "invalid-name": { top: 'tags = { "" = "x" }' },
  "invalid-value": { rule: 'pattern = "{"' },
  "out-of-range": { stream: "silence_minutes = 1441" },
};
