import type { Environment } from "../../config/model";
import { streamType } from "../../streams";
import type { StreamType } from "../../streams/stream-type";
import { organizationOf } from "../topics";
import type { Account } from "./live/account";
import { eventSources } from "./live/sources";
import type { Look } from "./look";

/**
 * Returns the environment with the id of its organization, without which names are not known: the file's, the one that Genesys Cloud says,
 * or the one in the name of the source that lies in the account. Where none of them says it, the environment as it is.
 */
export async function withOrganization(
  environment: Environment,
  account: Account,
  genesys: Look["genesys"],
): Promise<Environment> {
  const named = Object.values(environment.streams).some(({ type }) => streamType(type).namedByOrganization);
  if (environment.organization_id !== undefined || !named) return environment;
  const organization_id = (await asked(genesys)) ?? (await offered(environment, account));
  return organization_id === undefined ? environment : { ...environment, organization_id };
}

/** What Genesys Cloud says; where it does not, a link of its own says why. */
async function asked(genesys: Look["genesys"]): Promise<string | undefined> {
  if ("unasked" in genesys) return undefined;
  return organizationOf(genesys).then(
    ({ id }) => id,
    () => undefined,
  );
}

async function offered({ name, streams }: Environment, account: Account): Promise<string | undefined> {
  const sources = await eventSources(account);
  const found = sources.flatMap(({ Name = "" }) =>
    Object.entries(streams).flatMap(([stream, keys]) => {
      const type: StreamType = streamType(keys.type);
      const organization = type.organizationIn?.(Name);
      const origin = { environment: name, stream, organization: organization ?? "" };
      return organization !== undefined && type.source(keys, origin) === Name ? [organization] : [];
    }),
  );
  const all = new Set(found);
  return all.size === 1 ? found[0] : undefined;
}
