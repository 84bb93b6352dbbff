import type { Statement } from "../../aws/policy";
import { ORGANIZATION } from "../../report/model/source";
import { resourcesOfStack } from "../../report/resources/of-stack";
import { streamType } from "../../streams";
import type { PolicyOf } from "../policies";
import { adoptableOf, adoptables } from "./types";
import { readsArchives } from "./unmatched-archives";

/** Allows to look for everything, as nobody knows before what an account has that a first file is made of. */
export function firstFilePolicy(): Statement[] {
  const anywhere = { aws_account_id: "*", aws_region: "us-east-1" };
  const readings = adoptables.flatMap(({ reads, unwritten }) => (unwritten ? [] : reads({}, anywhere)));
  const actions = [...readings, readsArchives].flatMap((reading) => reading.actions);
  return [{ Effect: "Allow", Action: [...new Set(["events:ListEventSources", ...actions])].sort(), Resource: "*" }];
}

/** Allows to look for what the stack of the environment would make, and for nothing else. */
export const adoptPolicy: PolicyOf = (environment) => {
  const looked = resourcesOfStack(environment).flatMap(
    ({ type, values }) => adoptableOf(type)?.reads(values, environment) ?? [],
  );
  const readings = [...looked, readsArchives];
  if (
    environment.organization_id === undefined &&
    Object.values(environment.streams).some(({ type }) => streamType(type).namedByOrganization)
  )
    readings.push({ actions: ["events:ListEventSources"], resources: ["*"] });
  const byActions = new Map<string, Set<string>>();
  for (const { actions, resources } of readings) {
    const key = actions.join();
    const known = resources.map((resource) => resource.replaceAll(ORGANIZATION, "*"));
    byActions.set(key, new Set([...(byActions.get(key) ?? []), ...known]));
  }
  return [...byActions].map(
    ([actions, resources]): Statement => ({
      Effect: "Allow",
      Action: actions.split(","),
      Resource: [...resources].sort(),
    }),
  );
};
