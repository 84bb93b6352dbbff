import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnvironment } from "../../config/environment";
import type { Environment } from "../../config/model";
import { committedEnvironments, root } from "./committed";

/** Returns an environment with every destination type. */
export function everyDestination(): Environment {
  const path = join(root, "test", "rehearsal", "every-destination", "every.tfvars");
  return known(parseEnvironment({ name: "every", path, bytes: readFileSync(path) }).environment);
}

export function committedEnvironment(name: string): Environment {
  const file = committedEnvironments().find((other) => other.name === name);
  return known(file && parseEnvironment(file).environment);
}

function known(environment: Environment | undefined): Environment {
  if (environment === undefined) throw new Error("there is no such environment, or it is not right");
  return environment;
}
