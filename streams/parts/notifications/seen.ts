import { bridgeParameterName } from "../../../aws/names";
import type { NotificationsKeys } from "../../notifications";
import type { CreationContext } from "../../stream-type";

/** Makes the parameter that keeps until when all is on the bus. The bridge writes it, and no plan writes over that. */
export function seenParameter({ scope, bindings, id, environment, name, tags }: CreationContext<NotificationsKeys>) {
  const { SsmParameter } = bindings;
  return new SsmParameter(scope, id(SsmParameter), {
    name: bridgeParameterName(environment, name),
    description: `Until when all that came for ${name} is on its event bus`,
    type: "String",
    value: "nothing yet",
    tags,
    lifecycle: { ignoreChanges: ["value"] },
  });
}
