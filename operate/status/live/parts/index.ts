import type { Resource } from "../../../../report/resources/resource";
import { onceForEach } from "../../../../text/once";
import type { Look } from "../../look";
import { archive } from "./archive";
import { ownFunction } from "./function";
import { httpApi } from "./http-api";
import { mapping } from "./mapping";
import type { LivePart, PartReader } from "./part";
import { pipe } from "./pipe";
import { role } from "./role";

/** How what feeds a bus is read, by the Terraform types of its parts. */
export const feeding: Readonly<Record<string, PartReader>> = {
  aws_apigatewayv2_api: httpApi,
  aws_iam_role: role,
  aws_lambda_event_source_mapping: mapping,
  aws_lambda_function: ownFunction,
  aws_pipes_pipe: pipe,
};

/** The same of what keeps the events of a bus. */
export const keeping: Readonly<Record<string, PartReader>> = { aws_cloudwatch_event_archive: archive };

const known = onceForEach((_: Look) => new Map<string, Promise<LivePart | undefined>>());

/** Returns a part as it is in the account, read once for each look; undefined where it is not there. */
export function livePart(look: Look, wanted: Resource, { read }: PartReader): Promise<LivePart | undefined> {
  const all = known(look);
  const found = all.get(wanted.address) ?? read(look, wanted);
  all.set(wanted.address, found);
  return found;
}
