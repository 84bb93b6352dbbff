import type { Environment } from "../../config/model";
import { busOf, type StreamBus } from "../buses";

/** A stream with its names in the account; they are undefined where they hold an organization's id that nobody knows. */
export type NamedStream = Omit<StreamBus, "source" | "bus"> & {
  readonly [Name in "source" | "bus"]: string | undefined;
};

export function namedStreams(environment: Environment): NamedStream[] {
  return Object.entries(environment.streams).map(([stream, keys]) => {
    const named = busOf(environment, stream, keys);
    const known = environment.organization_id !== undefined || !named.type.namedByOrganization;
    return known ? named : { ...named, source: undefined, bus: undefined };
  });
}

/** Returns the bus's stream in the words of the file. */
export function streamOn(environment: Environment, bus: string | undefined): string {
  return namedStreams(environment).find((stream) => stream.bus === bus)?.stream ?? bus ?? "";
}
