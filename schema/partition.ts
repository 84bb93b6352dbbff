import { parseArn } from "../aws/arn";
import { partition } from "../aws/names";
import type { Fault } from "../text/issue";
import type { Path } from "../text/value";

export function inPartition(arn: string, region: string, path: Path): Fault[] {
  const { partition: own } = parseArn(arn);
  const wanted = partition(region);
  if (own === wanted) return [];
  const message = `is in the partition ${own}, but ${region} is in ${wanted}; write an ARN that begins with arn:${wanted}:`;
  return [{ id: "arn-elsewhere", path, message }];
}
