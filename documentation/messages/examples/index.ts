import type { IssueId } from "../../../text/issues";
import type { Example } from "../example";
import { accountExamples } from "./account";
import { destinationExamples } from "./destinations";
import { fileExamples } from "./file";
import { patternExamples } from "./patterns";
import { streamExamples } from "./streams";
import { targetExamples } from "./targets";

/** An example of everything that `check` can say. */
export const examples: Readonly<Record<IssueId, Example>> = {
  ...fileExamples,
  ...accountExamples,
  ...streamExamples,
  ...patternExamples,
  ...targetExamples,
  ...destinationExamples,
};
