import { issueKinds, warning } from "./kind";

/**
 * The issues of event patterns that EventBridge accepts and that hardly do what was meant; `path-unknown` is among the targets'.
 */
export const patternMeaningIssues = issueKinds({
  "pattern-never-matches": warning(
    "No event can match, so that the rule takes nothing and nobody is told.",
    "The value that the message names, or nothing.",
  ),
  "pattern-always-matches": warning(
    "Every event of Genesys Cloud passes this test, so that it means nothing.",
    "The pattern without it.",
  ),
  "pattern-value-case": warning(
    "Patterns mind the case, and no known event has the value as it is written here.",
    "The known value, or equals-ignore-case.",
  ),
  "pattern-value-misspelt": warning(
    "No known event has the value as it is written here, and some have one that is a letter away.",
    "The known value; or nothing else, where Genesys Cloud has come to send this one.",
  ),
  "pattern-path-as-value": warning(
    "A pattern compares a path as text: it cannot compare two fields of an event.",
    "The value itself.",
  ),
  "pattern-operator-as-name": warning(
    "An operator without a list around it is taken for the name of a field.",
    "The operator in [ ], as the list of a field.",
  ),
  "pattern-field-twice": warning(
    "Where a field is asked for twice, the later one replaces the earlier one.",
    "All values in one list.",
  ),
});
