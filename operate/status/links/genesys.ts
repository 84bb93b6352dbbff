import { reachesEventBridge } from "../../../genesys/organization-topics";
import { joined } from "../../../text/words";
import type { GenesysCloud } from "../../genesys/cloud";
import { type Integration, readIntegrations } from "../../genesys/integrations";
import { type Organization, organizationOf, topicsOf } from "../../topics";
import { broken, type Check, type Link, ok, skipped, warning } from "../link";
import type { Look } from "../look";
import { applyAgain } from "../remedies";
import { notSeen } from "../seen";
import { type NamedStream, namedStreams } from "../streams";

/** The type of the integrations that send events to EventBridge. */
const INTEGRATION = "amazon-eventbridge-source";
const SUBJECT = "Genesys Cloud";

/** What Genesys Cloud says: whose the credentials are, each stream's integration and its state, and whether its topics reach EventBridge. */
export const genesys: Link = {
  id: "genesys-cloud",
  title: SUBJECT,
  async check(look) {
    const streams = namedStreams(look.environment).filter(({ type }) => type.organizationIn !== undefined);
    if (streams.length === 0) return [];
    if ("unasked" in look.genesys) return [skipped(SUBJECT, look.genesys.unasked)];
    let organization: Organization;
    try {
      organization = await organizationOf(look.genesys);
    } catch (error) {
      const { what, remedy = "", ...check } = notSeen("credentials", error);
      return [/^Genesys Cloud refuses/.test(what) ? broken("credentials", what, REFUSED) : { ...check, what, remedy }];
    }
    const { organization_id: wanted } = look.environment;
    if (wanted !== undefined && wanted.toLowerCase() !== organization.id.toLowerCase())
      return [
        broken(
          "credentials",
          `they are of the organization ${organization.name} (${organization.id}), and the file is for ${wanted}`,
          "set the credentials of that organization, or mend organization_id",
        ),
      ];
    const of = `${organization.name} (${organization.id})`;
    const found = await Promise.all([
      integrationChecks(look, look.genesys, streams),
      topicChecks(look, look.genesys, organization, streams),
    ]);
    return [ok("credentials", of), ...found.flat()];
  },
};

const REFUSED = "set GENESYSCLOUD_OAUTHCLIENT_ID and _SECRET of an OAuth client of this organization and region";

async function integrationChecks(look: Look, cloud: GenesysCloud, streams: readonly NamedStream[]): Promise<Check[]> {
  try {
    const all = await readIntegrations(cloud, INTEGRATION);
    return streams.map((stream) => integrationCheck(look, stream, all));
  } catch (error) {
    return [notSeen("integrations", error)];
  }
}

function integrationCheck({ environment }: Look, stream: NamedStream, all: readonly Integration[]): Check {
  const subject = `integration of stream ${stream.stream}`;
  const suffix = stream.source?.split("/").at(-1);
  const own = all.filter((one) => one.properties.eventSourceSuffix === suffix);
  const { aws_account_id: account, aws_region: region } = environment;
  const one =
    own.find((each) => each.properties.awsAccountId === account && each.properties.awsAccountRegion === region) ??
    own[0];
  const apply = stream.type.managedInGenesysCloud(stream.keys)
    ? applyAgain(environment)
    : "ask whoever owns the integration to set it so";
  if (one === undefined) return broken(subject, `no integration has the suffix ${suffix}`, apply);
  if (one.properties.awsAccountId !== account || one.properties.awsAccountRegion !== region)
    return broken(
      subject,
      `${one.name} sends to account ${one.properties.awsAccountId}, ${one.properties.awsAccountRegion}, and the file is for ${account}, ${region}`,
      apply,
    );
  const topics = one.properties.eventFilter ?? [];
  if (one.intendedState !== "ENABLED" && stream.keys.enabled)
    return broken(subject, `${one.name} is switched off, and sends nothing`, apply);
  if (one.intendedState === "ENABLED" && one.reportedState !== "ACTIVE") {
    const says = one.stateWords === undefined ? "" : `: ${one.stateWords}`;
    if (one.reportedState === "ACTIVATING")
      return warning(subject, `${one.name} is being switched on${says}`, "look again in a minute");
    return broken(
      subject,
      `${one.name} is on, and its state is ${one.reportedState || "unknown"}${says}`,
      "mend what it says in Genesys Cloud, Admin > Integrations, and save it again",
    );
  }
  const wanted = stream.type.topics(stream.keys) ?? topics;
  const missing = wanted.filter((topic) => !topics.includes(topic));
  if (missing.length > 0) return broken(subject, `${one.name} does not send ${joined(missing)}`, apply);
  const more = topics.filter((topic) => !wanted.includes(topic));
  if (more.length > 0)
    return warning(subject, `${one.name} sends ${joined(more)} besides, which the file does not name`, apply);
  return ok(subject, `${one.name} is ${one.intendedState === "ENABLED" ? "active" : "off, as the file says"}`);
}

async function topicChecks(
  look: Look,
  cloud: GenesysCloud,
  organization: Organization,
  streams: readonly NamedStream[],
): Promise<Check[]> {
  try {
    const { topics } = await topicsOf(cloud, organization, look.now.toISOString().slice(0, 10));
    const known = new Map(topics.map((topic) => [topic.topic, topic]));
    return streams.flatMap(({ stream, type, keys }) => {
      const subject = `topics of stream ${stream}`;
      const wanted = type.topics(keys) ?? [];
      const absent = wanted.filter((topic) => !known.has(topic));
      const elsewhere = wanted
        .flatMap((topic) => known.get(topic) ?? [])
        .filter((topic) => reachesEventBridge(topic) === false);
      const remedy = `take them out of the stream, or ask Genesys Cloud to allow them; npm run topics -- --refresh ${look.environment.name} shows which there are`;
      if (absent.length > 0) return broken(subject, `the organization has no topic ${joined(absent)}`, remedy);
      if (elsewhere.length > 0) {
        const names = joined(elsewhere.map(({ topic }) => topic));
        return broken(subject, `the organization sends ${names} in other ways only, and not to EventBridge`, remedy);
      }
      return wanted.length === 0 ? [] : ok(subject, `${wanted.length} are sent to EventBridge`);
    });
  } catch (error) {
    return [notSeen("topics", error)];
  }
}
