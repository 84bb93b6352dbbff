import { TARGET_ID_LENGTH } from "../../../aws/limits";
import type { Account } from "../adoptable";
import { type FoundEnvironment, freeName } from "./found";
import { addRules } from "./rules";
import { foundStreams } from "./streams";

/** Returns the value of an environment's file that has what the account has, and what it cannot say. */
export async function foundEnvironment(
  account: Account,
): Promise<{ readonly value: Record<string, unknown>; readonly remarks: string[] }> {
  const { organization, streams } = await foundStreams(account);
  const found: FoundEnvironment = { streams: {}, rules: {}, destinations: {}, byArn: new Map(), remarks: [] };
  for (const { source, keys } of streams) {
    const name = freeName(source.slice(source.lastIndexOf("/") + 1), found.streams, TARGET_ID_LENGTH);
    found.streams[name] = { ...keys };
    await addRules(name, source, found, account);
  }
  const { aws_account_id, aws_region } = account.aws.place;
  return {
    value: {
      aws_account_id,
      aws_region,
      organization_id: organization,
      streams: found.streams,
      rules: found.rules,
      destinations: found.destinations,
    },
    remarks: found.remarks,
  };
}
