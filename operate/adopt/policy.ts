import type { Statement } from "../../aws/policy";
import { ORGANIZATION } from "../../report/model/streams";
import { resourcesOfStack } from "../../report/resources/of-stack";
import type { PolicyOf } from "../policies";
import { adoptableOf } from "./types";

/** Allows to look for what the stack of the environment would make, and for nothing else. */
export const adoptPolicy: PolicyOf = (environment) => {
  const readings = resourcesOfStack(environment).flatMap(
    ({ type, values }) => adoptableOf(type)?.reads(values, environment) ?? [],
  );
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
