import { parseArn } from "../../aws/arn";
import { ownedHeader } from "../../aws/http-headers";
import type { Place } from "../../aws/names";
import { pathFaults, pathsWithinText } from "../../input/event-paths";
import type { ValueUse } from "../../input/value-use";
import { type Auth, authHeader } from "../../schema/auth";
import { inPartition } from "../../schema/partition";
import type { Fault } from "../../text/issue";
import type { Path } from "../../text/value";
import type { CheckedDestination, TargetOptions, Use } from "../destination-type";

interface Endpoint extends Pick<TargetOptions, "headers" | "path_parameters"> {
  readonly url: string;
  readonly resource_configuration_arn?: string | undefined;
  readonly auth: Auth;
}

const IN_REQUEST: ValueUse = {
  noun: "a part of the request",
  required: false,
  structure: { fate: "the request takes text there: nobody has shown what EventBridge makes of it" },
};

/** Finds what EventBridge refuses of a request or sends in another way than it is written. */
export function requestFaults(endpoint: Endpoint, { path, place, uses }: CheckedDestination): Fault[] {
  const topics = [...new Set(uses.flatMap((use) => use.topics))];
  const own: Use = { options: endpoint, path, topics };
  return [
    ...authHeaderFaults(endpoint.auth, [...path, "auth", "name"]),
    ...urlFaults(endpoint.url, [...path, "url"]),
    ...networkFaults(endpoint.resource_configuration_arn, place, [...path, "resource_configuration_arn"]),
    ...recordFaults(endpoint.url, [...path, "url"]),
    ...[own, ...uses].flatMap((use) => [
      ...headerFaults(endpoint.auth, use),
      ...valueFaults(use),
      ...countFaults(endpoint, use),
    ]),
    ...unfilled(endpoint, own, uses),
  ];
}

function authHeaderFaults(auth: Auth, path: Path): Fault[] {
  const owned = ownedHeader(authHeader(auth));
  if (owned === undefined) return [];
  const message = `${authHeader(auth)} ${owned}, so that the key would never arrive; write another header, such as x-api-key`;
  return [{ id: "header-owned", path, message }];
}

/** A * is filled in the path only (API reference, HttpParameters). */
function urlFaults(url: string, path: Path): Fault[] {
  if (!url.slice(endOfPath(url)).includes("*")) return [];
  const message =
    "has a * behind the ?, and EventBridge fills in a * of the path only; write %2A, or use query of a target";
  return [{ id: "wildcard-in-query", path, message }];
}

/** A resource configuration may be another account's, but no other region's. */
function networkFaults(arn: string | undefined, place: Place | undefined, path: Path): Fault[] {
  if (arn === undefined || place === undefined) return [];
  const { region } = parseArn(arn);
  if (region === place.aws_region) return inPartition(arn, place.aws_region, path);
  const message = `is in the region ${region}, but a connection of ${place.aws_region} reaches only what is there; write one of there`;
  return [{ id: "arn-elsewhere", path, message }];
}

/** Kafka's REST API (v3, "Produce records", and the proxy's v2): it answers 200 and says in the body that a record was refused. */
const REST_OF_KAFKA =
  /\/kafka\/v3\/clusters\/[^/?]+\/topics\/[^/?]+\/records|\.confluent\.cloud(?::\d+)?\/(?:kafka\/|topics\/)/;

function recordFaults(url: string, path: Path): Fault[] {
  if (!REST_OF_KAFKA.test(url)) return [];
  const message =
    'is Kafka\'s REST API, which answers 200 also for a record that it refused, so that the event is lost and nobody is told; write type = "kafka" with the brokers of the cluster';
  return [{ id: "refusal-unseen", path, message }];
}

function endOfPath(url: string): number {
  const query = url.indexOf("?");
  return query === -1 ? url.length : query;
}

function wildcards(url: string): number {
  return url.slice(0, endOfPath(url)).split("*").length - 1;
}

function headerFaults(auth: Auth, { options, path }: Use): Fault[] {
  const seen = new Map<string, string>();
  return Object.keys(options.headers ?? {}).flatMap((name): Fault[] => {
    const here = { path: [...path, "headers", name], atKey: true };
    const lower = name.toLowerCase();
    const other = seen.get(lower);
    seen.set(lower, name);
    const owned = ownedHeader(name);
    if (owned !== undefined) {
      return [{ ...here, id: "header-owned", message: `${owned}, so that this one never arrives; leave it out` }];
    }
    if (lower === authHeader(auth).toLowerCase()) {
      const message = "is the header of auth, whose value wins, so that this one never arrives; leave it out";
      return [{ ...here, id: "header-of-auth", message }];
    }
    if (other === undefined) return [];
    const message = `is ${other} once more: the case of a header's name means nothing; leave one of the two out`;
    return [{ ...here, id: "header-twice", message }];
  });
}

/** Values that are paths, and those that hold one where EventBridge does not look for it. */
function valueFaults({ options, path, topics }: Use): Fault[] {
  const values: [Path, string][] = [
    ...(["headers", "query"] as const).flatMap((key) =>
      Object.entries(options[key] ?? {}).map(([name, value]): [Path, string] => [[...path, key, name], value]),
    ),
    ...(options.path_parameters ?? []).map((value, index): [Path, string] => [
      [...path, "path_parameters", index],
      value,
    ]),
  ];
  return values.flatMap(([at, value]) =>
    value.startsWith("$.") ? pathFaults(value, topics, at, IN_REQUEST) : pathsWithinText(value, at),
  );
}

/** Finds more or fewer values than there are * in the URL. */
function countFaults({ url }: Endpoint, { options, path }: Use): Fault[] {
  const values = options.path_parameters?.length;
  const wanted = wildcards(url);
  if (values === undefined || values === wanted) return [];
  const message =
    wanted === 0
      ? "means nothing, since the path of the URL has no *; leave it out, or write a * where a value belongs"
      : `${values} values for ${wanted} * in the path of the URL; write one for each`;
  return [{ id: "path-parameters", path: [...path, "path_parameters"], message }];
}

function unfilled({ url, path_parameters }: Endpoint, own: Use, uses: readonly Use[]): Fault[] {
  const wanted = wildcards(url);
  if (wanted === 0 || path_parameters !== undefined) return [];
  if (uses.length > 0 && uses.every(({ options }) => options.path_parameters !== undefined)) return [];
  const example = Array.from({ length: wanted }, () => '"$.detail.eventBody.id"').join(", ");
  const message = `has ${wanted} * in its path, and nothing says what stands there; write path_parameters = [${example}]`;
  return [{ id: "path-parameters", path: [...own.path, "url"], message }];
}
