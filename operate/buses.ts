import { UNKNOWN_ORGANIZATION } from "../aws/names";
import type { Environment, Stream } from "../config/model";
import { FilesProblem } from "../files/files-problem";
import { knownAs } from "../schema/identity";
import { streamType } from "../streams";
import type { Origin, StreamType } from "../streams/stream-type";
import type { Aws } from "./aws/aws";
import { pages } from "./aws/pages";

/** The bus of a stream, as the account has it. */
export interface StreamBus {
  readonly stream: string;
  readonly type: StreamType;
  readonly keys: Stream;
  readonly bus: string;
  /** The exact source of the stream's events. */
  readonly source: string;
}

/**
 * Returns the buses of streams by name. Where names of a bus contain an organization that the file leaves out, the account's buses say
 * which it is.
 *
 * @throws FilesProblem where none is there, or where there are such buses of several organizations
 */
export async function busesOf(aws: Aws, environment: Environment, streams: readonly string[]): Promise<StreamBus[]> {
  let names: readonly string[] | undefined;
  const found: StreamBus[] = [];
  for (const stream of streams) {
    const keys = environment.streams[stream];
    if (keys === undefined) continue;
    const type = streamType(keys.type);
    const needsOrganization = type.namedByOrganization && environment.organization_id === undefined;
    if (needsOrganization) names ??= await busNames(aws);
    const organization = needsOrganization ? organizationOn(names ?? [], environment, stream, keys) : undefined;
    found.push(busOf(environment, stream, keys, organization));
  }
  return found;
}

/** Returns a stream's bus in an organization: the file's own, or a stand-in, where none is given. */
export function busOf(
  environment: Environment,
  stream: string,
  keys: Stream,
  organization = environment.organization_id ?? UNKNOWN_ORGANIZATION,
): StreamBus {
  const type = streamType(keys.type);
  const origin: Origin = { environment: environment.name, stream: knownAs(stream, keys), organization };
  return { stream, type, keys, bus: type.bus(keys, origin), source: type.source(keys, origin) };
}

/** Returns the organization of the one bus in the account that can be the stream's. */
function organizationOn(names: readonly string[], environment: Environment, stream: string, keys: Stream): string {
  const { organizationIn } = streamType(keys.type);
  const organizations = names.flatMap((name) => {
    const organization = organizationIn?.(name);
    return organization !== undefined && busOf(environment, stream, keys, organization).bus === name
      ? [organization]
      : [];
  });
  const [organization, other] = organizations;
  if (organization !== undefined && other === undefined) return organization;
  const { aws_account_id: account, aws_region: region } = environment;
  const where = `account ${account}, ${region}`;
  throw new FilesProblem(
    organization === undefined
      ? `there is no bus of stream ${stream} in ${where}; deploy ${environment.name} first`
      : `there are buses of ${organizations.length} organizations for stream ${stream} in ${where}: ${organizations.join(", ")}; write organization_id into the environment file`,
  );
}

async function busNames(aws: Aws): Promise<string[]> {
  const { EventBridgeClient, ListEventBusesCommand } = await import("@aws-sdk/client-eventbridge");
  const client = aws.client(EventBridgeClient);
  const buses = await pages(async (NextToken) => {
    const page = await client.send(new ListEventBusesCommand({ NextToken, Limit: 100 }));
    return [page.EventBuses, page.NextToken];
  });
  return buses.flatMap(({ Name }) => Name ?? []);
}
