import { tracePolicy } from "../../operate/trace/policy";
import type { Input } from "../command";
import type { Io } from "../io";
import { printPolicy } from "../operating";
import type { options } from "./options";
import { sourcesOf } from "./sources";

/** Prints what must be allowed to whoever reads the buckets that the command line names. */
export function printTracePolicy({ values, positionals }: Input<typeof options>, io: Io): Promise<number> {
  const places = sourcesOf(values.event ?? [], io).flatMap((source) => ("place" in source ? [source.place] : []));
  return printPolicy(positionals[0] ?? "", (environment) => tracePolicy(environment, places), io);
}
