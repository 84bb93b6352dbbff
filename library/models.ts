import type { Environment as Model } from "../config/model";
import type { Environment } from "./environment";
import { EnvironmentError, type Issue } from "./issue";

/** The checked models behind what the library hands out: their form is no promise, and nobody can make one that was not checked. */
const models = new WeakMap<Environment, Model>();

/** Returns an environment as apps see it. */
export function environmentOf(model: Model, warnings: readonly Issue[]): Environment {
  const environment: Environment = Object.freeze({
    name: model.name,
    aws_account_id: model.aws_account_id,
    aws_region: model.aws_region,
    streams: Object.keys(model.streams),
    rules: Object.keys(model.rules),
    destinations: Object.keys(model.destinations),
    warnings,
  });
  models.set(environment, model);
  return environment;
}

/** @throws EnvironmentError for one that this library did not make. */
export function modelOf(environment: Environment): Model {
  const model = models.get(environment);
  if (model !== undefined) return model;
  throw new EnvironmentError([
    "this environment was not read by this copy of genesys-eventbridge; pass on what readEnvironment returns, as it is",
  ]);
}
