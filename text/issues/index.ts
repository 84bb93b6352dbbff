import { accountIssues } from "./account";
import { destinationIssues } from "./destinations";
import { fileIssues } from "./file";
import { patternMeaningIssues } from "./pattern-meaning";
import { patternIssues } from "./patterns";
import { ruleIssues } from "./rules";
import { streamIssues } from "./streams";
import { targetIssues } from "./targets";
import { valueIssues } from "./values";

/** The issues that `check` can report, in the order of `docs/reference/messages.md`. */
export const issueGroups = {
  "The file": fileIssues,
  "Keys and values": valueIssues,
  "Account, region and names": accountIssues,
  Streams: streamIssues,
  Rules: ruleIssues,
  "Event patterns": patternIssues,
  "What an event pattern matches": patternMeaningIssues,
  "What a target gets": targetIssues,
  Destinations: destinationIssues,
} as const;

/** The kinds of issue by id. */
export const issueCatalogue = {
  ...fileIssues,
  ...valueIssues,
  ...accountIssues,
  ...streamIssues,
  ...ruleIssues,
  ...patternIssues,
  ...patternMeaningIssues,
  ...targetIssues,
  ...destinationIssues,
};

/** The stable name of an issue: nothing can be said whose id is not in the catalogue. */
export type IssueId = keyof typeof issueCatalogue;
