import { FilesProblem } from "../../../files/files-problem";
import { streamTypes } from "../../../streams";
import type { StreamType } from "../../../streams/stream-type";
import { type Integration, integrationsOf } from "../../genesys/integrations";
import { organizationOf } from "../../topics";
import type { Account } from "../adoptable";
import { sourcesOf } from "../organization";

/** A stream that the account has a source of. */
export interface FoundStream {
  readonly source: string;
  readonly keys: Readonly<Record<string, unknown>>;
}

const types: readonly StreamType[] = streamTypes;

/**
 * Returns the streams that the account has sources of, and their organization.
 *
 * @throws FilesProblem where there are none, or where nobody says which organization is meant
 */
export async function foundStreams({ aws, cloud }: Account): Promise<{
  readonly organization: string;
  readonly streams: readonly FoundStream[];
}> {
  const sources = (await sourcesOf(aws)).flatMap((source) => {
    const type = types.find(({ ofSource }) => ofSource?.(source) !== undefined);
    const keys = type?.ofSource?.(source);
    const organization = type?.organizationIn?.(source);
    return keys === undefined || organization === undefined ? [] : [{ source, keys: { ...keys }, organization }];
  });
  const own = cloud && (await organizationOf(cloud)).id;
  const organizations = [...new Set(sources.map(({ organization }) => organization))];
  const [only, ...others] = own === undefined ? organizations : organizations.filter((one) => one === own);
  if (only === undefined)
    throw new FilesProblem(
      `account ${aws.place.aws_account_id} has no event source of ${own === undefined ? "Genesys Cloud" : `the organization ${own}`} in ${aws.place.aws_region}; set AWS_REGION to another region, or begin a new environment with init`,
    );
  if (others.length > 0)
    throw new FilesProblem(
      `the account has event sources of several organizations (${organizations.join(", ")}); set the credentials of Genesys Cloud for the one that is meant`,
    );
  const integrations = cloud ? await integrationsOf(cloud, "amazon-eventbridge-source") : [];
  return {
    organization: only,
    streams: sources
      .filter(({ organization }) => organization === only)
      .map(({ source, keys }) => ({ source, keys: withIntegration(keys, source, integrations, aws.place) })),
  };
}

/** Returns the keys of a stream whose integration the stack manages, where it was found. */
function withIntegration(
  keys: Readonly<Record<string, unknown>>,
  source: string,
  integrations: readonly Integration[],
  place: Account["aws"]["place"],
): Readonly<Record<string, unknown>> {
  const found = integrations.find(
    ({ properties }) =>
      source.endsWith(`/${properties.eventSourceSuffix}`) &&
      properties.awsAccountId === place.aws_account_id &&
      properties.awsAccountRegion === place.aws_region,
  );
  const topics = found?.properties.eventFilter ?? [];
  if (found === undefined || topics.length === 0) return keys;
  const { manage_integration: _, ...rest } = keys;
  return {
    ...rest,
    topic_filters: [...topics].sort(),
    ...(found.name !== "" && { integration_name: found.name }),
    ...(found.notes !== "" && { notes: found.notes }),
    ...(found.intendedState === "DISABLED" && { enabled: false }),
  };
}
