import { asText } from "../own";
import { blocks, type Resource, text } from "../resources/resource";
import { logGroupCustody, playing, type Store, type Stored, type StoreType } from "./store";

/** The log of who sent requests to an endpoint, by address. */
export const accessLog: StoreType = {
  kind: "access log",
  storesIn: (stored) => playing("stage", stored.resources).flatMap((stage) => storeOf(stage, stored)),
};

function storeOf(stage: Resource, stored: Stored): Store[] {
  const [settings] = blocks(stage, "access_log_settings");
  if (settings === undefined) return [];
  const arn = asText(settings.destination_arn ?? "").replace(/:\*$/, "");
  const referred = (stage.references.access_log_settings ?? []).flatMap((one) => stored.byAddress.get(one) ?? []);
  const group = stored.byArn.get(arn) ?? referred[0];
  return [
    {
      resource: group ?? stage,
      name: (group && text(group, "name")) ?? arn,
      holds: "address, time, size and status of each request, without its body and without its headers",
      topics: undefined,
      kept: [],
      besides: ["numbers"],
      ...logGroupCustody(group),
    },
  ];
}
