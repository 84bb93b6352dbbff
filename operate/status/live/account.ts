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
