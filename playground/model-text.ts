import type { Environment } from "../config/model";
import { builtIn } from "../genesys/catalogue";
import { withPublicUrls } from "../report/text/urls";

/**
 * Returns the checked model as JSON for a report's page: like the report, without the paths of URLs, and without what no event meets.
 * What targets send stays as it is, since it is shown.
 */
export function modelText({ catalogue: _, imports: __, rules, ...environment }: Environment): string {
  const { monitoring, waivers: ___, state: ____, ...rest } = environment;
  const quiet = { ...rest, monitoring: { ...monitoring, notify: [] }, waivers: {}, state: { backend: "local" } };
  return JSON.stringify({ ...withPublicUrls(quiet), rules });
}

/** Returns the model that was written so. */
export function modelIn(text: string): Environment {
  return { ...JSON.parse(text), catalogue: builtIn, imports: [] };
}
