import type { Place } from "../../aws/names";
import type { Creation } from "../../destinations/destination-type";

/** Returns the name of what a type of destination makes, from its ARN; undefined where no name leads to this ARN. */
export function nameInArn(
  { arn, nameForm }: Pick<Creation<never>, "arn" | "nameForm">,
  place: Place,
  found: string,
): string | undefined {
  const wanted = found.replace(/:\*$/, "");
  const resource = wanted.split(":").slice(5).join(":");
  const candidates = [resource, ...[...resource.matchAll(/[:/]/g)].map(({ index }) => resource.slice(index + 1))];
  return candidates.find((name) => nameForm.pattern.test(name) && arn(place, name) === wanted);
}
