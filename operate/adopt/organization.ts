import type { Environment } from "../../config/model";
import { FilesProblem } from "../../files/files-problem";
import { streamType } from "../../streams";
import { pages } from "../aws/pages";
import { organizationOf } from "../topics";
import type { Account } from "./adoptable";

/**
 * Returns the environment with the id of its organization, which names its buses: the file's, that of the credentials, or that of
 * the account's event sources.
 *
 * @throws FilesProblem where nobody says it, or the credentials are of another organization
 */
export async function withOrganization(environment: Environment, account: Account): Promise<Environment> {
  const written = environment.organization_id;
  const asked = account.cloud && (await organizationOf(account.cloud));
  if (written !== undefined && asked !== undefined && written.toLowerCase() !== asked.id.toLowerCase())
    throw new FilesProblem(
      `the Genesys Cloud credentials are of the organization ${asked.id} (${asked.name}), but the environment's organization_id is ${written}; set the credentials of that one`,
    );
  const known = written ?? asked?.id;
  if (known !== undefined) return { ...environment, organization_id: known };
  const streams = Object.values(environment.streams).filter(({ type }) => streamType(type).namedByOrganization);
  if (streams.length === 0) return environment;
  return { ...environment, organization_id: await organizationOfSources(environment, account) };
}

/** The organization whose sources in the account have the names of the environment's streams. */
async function organizationOfSources({ name, streams }: Environment, { aws }: Account): Promise<string> {
  const sources = await sourcesOf(aws);
  const found = Object.entries(streams).flatMap(([stream, keys]) => {
    const { namedByOrganization, source, organizationIn } = streamType(keys.type);
    if (!namedByOrganization) return [];
    return sources.flatMap((there) => {
      const organization = organizationIn?.(there);
      const same = organization && source(keys, { environment: name, stream, organization }) === there;
      return same ? [organization] : [];
    });
  });
  const [organization, ...others] = new Set(found);
  if (organization !== undefined && others.length === 0) return organization;
  throw new FilesProblem(
    organization === undefined
      ? "it is not known of which organization the events come, and the account has no event source of these streams; write organization_id, or set the credentials of Genesys Cloud"
      : `the account has event sources of several organizations for these streams: ${[...new Set(found)].join(", ")}; write organization_id`,
  );
}

/** Returns the names of the event sources in the account and region. */
export async function sourcesOf(aws: Account["aws"]): Promise<readonly string[]> {
  const { EventBridgeClient, ListEventSourcesCommand } = await import("@aws-sdk/client-eventbridge");
  const client = aws.client(EventBridgeClient);
  const sources = await pages(async (NextToken) => {
    const answer = await client.send(new ListEventSourcesCommand({ NextToken }));
    return [answer.EventSources, answer.NextToken];
  });
  return sources.flatMap(({ Name }) => Name ?? []);
}
