import { FilesProblem } from "../../files/files-problem";
import { type GenesysRegion, genesysDomains, genesysRegions } from "../../genesys/regions";
import { suggestion } from "../../text/nearest";

/** The addresses of an organization's API, and the credentials to ask it with. */
export interface Access {
  /** The origin that gives tokens, such as `https://login.mypurecloud.de`. */
  readonly login: string;
  /** The origin of everything else, such as `https://api.mypurecloud.de`. */
  readonly api: string;
  readonly credentials: { readonly token: string } | { readonly clientId: string; readonly clientSecret: string };
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Returns how to reach the organization, by the environment variables that the Genesys Cloud provider of Terraform reads: a token
 * wins over a client, and a gateway takes the place of Genesys Cloud's own hosts.
 *
 * @param region the environment file's, where it names one
 * @throws FilesProblem where a variable is missing or the region is unknown; all of it at once
 */
export function genesysAccess(env: Env, region: GenesysRegion | undefined): Access {
  const problems: string[] = [];
  const origins = gateway(env, problems) ?? hosts(region ?? env.GENESYSCLOUD_REGION, problems);
  const token = env.GENESYSCLOUD_ACCESS_TOKEN;
  const clientId = env.GENESYSCLOUD_OAUTHCLIENT_ID;
  const clientSecret = env.GENESYSCLOUD_OAUTHCLIENT_SECRET;
  if (origins && token && problems.length === 0) return { ...origins, credentials: { token } };
  const unset = [
    ...(token || clientId ? [] : ["GENESYSCLOUD_OAUTHCLIENT_ID"]),
    ...(token || clientSecret ? [] : ["GENESYSCLOUD_OAUTHCLIENT_SECRET"]),
  ];
  if (unset.length > 0) {
    problems.push(
      `Genesys Cloud wants credentials: set ${unset.join(" and ")} of an OAuth client with the grant "client credentials", or GENESYSCLOUD_ACCESS_TOKEN`,
    );
  }
  if (problems.length > 0 || !origins || !clientId || !clientSecret) throw new FilesProblem(...problems);
  return { ...origins, credentials: { clientId, clientSecret } };
}

function gateway(
  {
    GENESYSCLOUD_GATEWAY_HOST: host,
    GENESYSCLOUD_GATEWAY_PORT: port,
    GENESYSCLOUD_GATEWAY_PROTOCOL: protocol = "https",
  }: Env,
  problems: string[],
): Omit<Access, "credentials"> | undefined {
  if (!host) return undefined;
  if (!/^https?$/.test(protocol))
    problems.push(`GENESYSCLOUD_GATEWAY_PROTOCOL ${protocol} cannot be used; write http or https`);
  const origin = `${protocol}://${host}${port ? `:${port}` : ""}`;
  if (/[/@?#\s]/.test(host) || !URL.canParse(origin))
    problems.push(
      `GENESYSCLOUD_GATEWAY_HOST and GENESYSCLOUD_GATEWAY_PORT make ${host}${port ? `:${port}` : ""}, which is no host; write the host alone, such as gateway.acme.example, and the port as a number`,
    );
  return { login: origin, api: origin };
}

function hosts(region: string | undefined, problems: string[]): Omit<Access, "credentials"> | undefined {
  if (!region) {
    problems.push(
      "the region of the Genesys Cloud organization is not known: write genesys_region, or set GENESYSCLOUD_REGION",
    );
    return undefined;
  }
  const known = genesysRegions.find((name) => name === region.toLowerCase());
  if (known === undefined) {
    problems.push(
      `GENESYSCLOUD_REGION ${region} is no region of Genesys Cloud${suggestion(region, genesysRegions) || `; write one of ${genesysRegions.join(", ")}`}`,
    );
    return undefined;
  }
  const domain = genesysDomains[known];
  return { login: `https://login.${domain}`, api: `https://api.${domain}` };
}
