import { resourceType } from "../../aws/resources";
import { scalarText } from "../../config/scalar-text";
import { destinationType } from "../../destinations";
import { deliveryArn } from "../../destinations/parts/creation";
import { isMap } from "../../text/value";
import { carriedOf } from "../model/rules";
import { blocks, number, type Resource, text, textAt } from "../resources/resource";
import { type Evidence, type FindingType, nist } from "./finding";

export const keptForEver: FindingType = {
  id: "kept-for-ever",
  severity: "low",
  why: "Personal data must not be kept longer than it is needed, and it costs more every month.",
  remediation:
    "Write retention_days, also of an archive, or expire_after_days; in Terraform, retention_days, retention_in_days or a lifecycle rule.",
  controls: nist("AU-11", "SI-12"),
  find: (evidence) => {
    const places = new Map(
      evidence.deliveries.flatMap(({ topics, kept, receiver }) =>
        receiver !== undefined && carriedOf(topics, kept).personal !== "no"
          ? [[receiver.address, receiver] as const]
          : [],
      ),
    );
    const destinations = [...places.values()].flatMap((receiver) => {
      const what = forEver(receiver, evidence);
      return what === undefined ? [] : [{ address: receiver.address, what }];
    });
    const declared = keepers(evidence).flatMap(([name, arn]) =>
      evidence.deliveries.some((one) => one.arn === arn && carriedOf(one.topics, one.kept).personal !== "no")
        ? [{ path: `destinations.${name}`, what: "it keeps events for ever" }]
        : [],
    );
    const stores = evidence.stores.flatMap(({ kind, resource, forEver, topics, kept }) =>
      forEver && !places.has(resource.address) && carriedOf(topics, kept).personal !== "no"
        ? [{ address: resource.address, what: `the ${kind} keeps events for ever` }]
        : [],
    );
    return [...destinations, ...declared, ...stores];
  },
};

/** Destinations that the stack makes and of which their type, not a resource, says that they keep events for ever. */
function keepers({ environment }: Evidence): (readonly [name: string, arn: string])[] {
  return Object.entries(environment.destinations).flatMap(([name, keys]) => {
    const { creation, custody } = destinationType(keys.type);
    if (keys.arn !== undefined || creation === undefined || !custody(keys, environment).forEver) return [];
    const arn = deliveryArn(environment, name, keys);
    return arn === undefined ? [] : [[name, arn] as const];
  });
}

function forEver(receiver: Resource, { resources }: Evidence): string | undefined {
  const { noun, retention, filesInto } = resourceType(receiver.type) ?? {};
  if (retention?.forEver) {
    const { attribute } = retention;
    if (receiver.unknown[attribute] === true || (number(receiver, attribute) ?? 0) > 0) return undefined;
    return `the ${noun} keeps events for ever`;
  }
  if (filesInto === undefined) return undefined;
  const [arn = ""] = filesInto.flatMap((path) => textAt(receiver, path) ?? []);
  const bucket = resources.find((one) => one.type === "aws_s3_bucket" && arn.endsWith(`:::${text(one, "bucket")}`));
  // Somebody else's bucket is not ours to judge.
  if (bucket === undefined) return undefined;
  const expires = resources.some((one) => {
    const of = resourceType(one.type)?.expiresFilesOf;
    return of !== undefined && text(one, of) === text(bucket, "bucket") && blocks(one, "rule").some(expiresFiles);
  });
  return expires ? undefined : `the bucket ${text(bucket, "bucket")} keeps files for ever`;
}

/** Returns whether a rule expires files, not its old versions or the parts of uploads, which such a configuration may be for as well. */
function expiresFiles({ status, expiration }: Readonly<Record<string, unknown>>): boolean {
  const blocks = Array.isArray(expiration) ? expiration : [expiration];
  return (
    status === "Enabled" && blocks.some((one) => isMap(one) && (Number(scalarText(one.days)) > 0 || Boolean(one.date)))
  );
}
