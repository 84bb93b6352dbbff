import { exampleIssues } from "../../documentation/messages";
import { examples } from "../../documentation/messages/examples";
import { issueCatalogue, issueGroups } from "../../text/issues";

const shown = Object.entries(examples).filter(([, { instead }]) => instead === undefined);

test.each(shown)("the example of %s has that and what follows from it, and nothing else", (id, example) => {
  const ids = new Set(exampleIssues(example).map((issue) => issue.id));

  expect([...ids].sort()).toEqual([id, ...(example.also ?? [])].sort());
});

test.each(shown)("the example of %s is as severe as the catalogue says", (id, example) => {
  const kind = Object.entries(issueCatalogue).find(([known]) => known === id)?.[1];
  const severities = exampleIssues(example).flatMap((issue) => (issue.id === id ? issue.severity : []));

  expect(kind?.severity === "either" ? "either" : severities[0]).toBe(kind?.severity);
});

test("every id is in one group, in the order of the catalogue", () => {
  expect(Object.values(issueGroups).flatMap((kinds) => Object.keys(kinds))).toEqual(Object.keys(issueCatalogue));
});
