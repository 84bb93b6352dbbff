import { arn } from "../../aws/names";
import type { Resource } from "../../report/resources/resource";
import { plural } from "../../text/words";
import { pages } from "../aws/pages";
import { type Account, type Reading, textOf } from "./adoptable";
import type { Unmatched } from "./unmatched";

/** What AWS must allow for that; it knows no resource of it. */
export const readsArchives: Reading = { actions: ["events:ListArchives"], resources: ["*"] };

/** Returns the archives of these buses that are none of the stack's: an archive has the name under which it was made, for ever. */
export async function unmatchedArchives(
  buses: ReadonlySet<string>,
  resources: readonly Resource[],
  { aws }: Account,
): Promise<Unmatched[]> {
  const own = resources.filter(({ type }) => type === "aws_cloudwatch_event_archive");
  const names = new Set(own.map(({ values }) => values.name));
  const { EventBridgeClient, ListArchivesCommand } = await import("@aws-sdk/client-eventbridge");
  const client = aws.client(EventBridgeClient);
  const found = await Promise.all(
    [...buses].map(async (bus) => {
      const EventSourceArn = arn(aws.place, "events", `event-bus/${bus}`);
      const archives = await pages(async (NextToken) => {
        const answer = await client.send(new ListArchivesCommand({ EventSourceArn, NextToken }));
        return [answer.Archives, answer.NextToken];
      });
      const beside = own.find(({ values }) => textOf(values.event_source_arn).endsWith(`event-bus/${bus}`));
      return archives
        .filter(({ ArchiveName }) => !names.has(ArchiveName))
        .map(({ ArchiveName, RetentionDays = 0 }): Unmatched => {
          const kept = RetentionDays === 0 ? "for ever" : `for ${plural(RetentionDays, "day")}`;
          const double = beside
            ? `; ${textOf(beside.values.name)} keeps what comes from the first apply on besides`
            : "";
          return {
            what: `the archive ${ArchiveName} of ${bus}`,
            why: `is not the file's, stays as it is and goes on keeping events ${kept}${double}`,
          };
        });
    }),
  );
  return found.flat();
}
