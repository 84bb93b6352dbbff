import { blocks, type Resource, text } from "../resources/resource";
import { logGroupCustody, playing, type Store, type Stored, type StoreType } from "./store";

/** The logs of functions of ours, which say why something was refused. */
export const functionLog: StoreType = {
  kind: "function log",
  storesIn: (stored) => playing("function", stored.resources).flatMap((made) => storeOf(made, stored)),
};

function storeOf(made: Resource, stored: Stored): Store[] {
  const [config] = blocks(made, "logging_config");
  const referred = (made.references.logging_config ?? []).flatMap((one) => stored.byAddress.get(one) ?? []);
  const named = stored.resources.filter((resource) => text(resource, "name") === config?.log_group);
  const [group] = [...(config?.log_group === undefined ? [] : named), ...referred];
  if (group === undefined) return [];
  return [
    {
      resource: group,
      name: text(group, "name") ?? group.name,
      holds: "why the function refused something, without what that held",
      topics: undefined,
      kept: [],
      ...logGroupCustody(group),
    },
  ];
}
