import { streamType } from "../streams";
import type { Environment } from "./model";

type Streams = Pick<Environment, "streams">;

/** Returns the number of streams for which the stack makes something in Genesys Cloud. */
export function managedInGenesysCloud({ streams }: Streams): number {
  return Object.values(streams).filter((keys) => streamType(keys.type).managedInGenesysCloud(keys)).length;
}

/** Returns whether the stack asks Genesys Cloud for its organization: to name it, or to compare it with the file's. */
export function asksOrganization(environment: Streams & { readonly organization_id?: string | undefined }): boolean {
  const { streams, organization_id } = environment;
  const named = Object.values(streams).some(({ type }) => streamType(type).namedByOrganization);
  return managedInGenesysCloud(environment) > 0 || (named && organization_id === undefined);
}
