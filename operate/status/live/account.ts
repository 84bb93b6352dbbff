import { onceForEach } from "../../../text/once";
import type { Aws } from "../../aws/aws";

/** The account for one look at it: what is read of it is read once for each of these. */
export interface Account {
  readonly aws: Aws;
}

/** A service's client with its commands, loaded when something is first asked of it. */
export const eventBridge = onceForEach(async ({ aws }: Account) => {
  const sdk = await import("@aws-sdk/client-eventbridge");
  return { sdk, client: aws.client(sdk.EventBridgeClient) };
});

/** Returns everything that a service tells page by page. */
export async function pages<Item>(
  ask: (token: string | undefined) => Promise<readonly [items: readonly Item[] | undefined, next: string | undefined]>,
): Promise<Item[]> {
  const all: Item[] = [];
  let token: string | undefined;
  do {
    const [items = [], next] = await ask(token);
    all.push(...items);
    token = next;
  } while (token !== undefined && token !== "");
  return all;
}
