import { asText } from "../own";
import { blocks, type Resource, text } from "../resources/resource";
import { busNameOf } from "../resources/rules";
import { logGroupCustody, playing, type Store, type Stored, type StoreType } from "./store";

/** The log of what a pipe does with batches, which holds what it read where it is told so. */
export const pipeLog: StoreType = {
  kind: "pipe log",
  storesIn: (stored) => playing("pipe", stored.resources).flatMap((pipe) => storeOf(pipe, stored)),
};

function storeOf(pipe: Resource, stored: Stored): Store[] {
  const [config] = blocks(pipe, "log_configuration");
  const [destination] = blocks({ ...pipe, values: config ?? {} }, "cloudwatch_logs_log_destination");
  if (config === undefined || config.level === "OFF" || destination === undefined) return [];
  const arn = asText(destination.log_group_arn ?? "").replace(/:\*$/, "");
  const group = stored.byArn.get(arn);
  const detail = Array.isArray(config.include_execution_data) && config.include_execution_data.length > 0;
  return [
    {
      resource: group ?? pipe,
      name: (group && text(group, "name")) ?? arn,
      holds: `what the pipe does with records, ${detail ? "with the records themselves and what is put on the bus" : "without the records themselves"}`,
      topics: stored.sentTo(busNameOf(text(pipe, "target") ?? "")),
      kept: detail ? undefined : [],
      ...logGroupCustody(group),
    },
  ];
}
