import { onceForEach } from "../../../text/once";
import { pages } from "../../aws/pages";
import { type Account, eventBridge } from "./account";

/** Returns the event sources that senders offer to this account and region. */
export const eventSources = onceForEach(async (account: Account) => {
  const { sdk, client } = await eventBridge(account);
  return pages(async (NextToken) => {
    const answer = await client.send(new sdk.ListEventSourcesCommand({ NextToken, Limit: 100 }));
    return [answer.EventSources, answer.NextToken];
  });
});
