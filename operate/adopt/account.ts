import type { Environment } from "../../config/model";
import { Aws } from "../aws/aws";
import { genesysAccess } from "../genesys/access";
import { GenesysCloud } from "../genesys/cloud";
import type { Account } from "./adoptable";

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Opens the account of an environment, and its organization where credentials of Genesys Cloud are set.
 *
 * @throws FilesProblem where there are no credentials of AWS, or half of those of Genesys Cloud
 */
export async function openAccount(place: Parameters<typeof Aws.open>[0], region: Region, env: Env): Promise<Account> {
  return { aws: await Aws.open(place, env, "adopt"), cloud: cloudOf(env, region) };
}

type Region = Environment["genesys_region"];

/** Returns the organization whose credentials are set; undefined where none are. */
export function cloudOf(env: Env, region: Region): GenesysCloud | undefined {
  const set = [env.GENESYSCLOUD_ACCESS_TOKEN, env.GENESYSCLOUD_OAUTHCLIENT_ID, env.GENESYSCLOUD_OAUTHCLIENT_SECRET];
  return set.some(Boolean) ? new GenesysCloud(genesysAccess(env, region)) : undefined;
}
