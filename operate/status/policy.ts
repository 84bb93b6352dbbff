import { arn } from "../../aws/names";
import type { Statement } from "../../aws/policy";
import type { Environment } from "../../config/model";
import { namedStreams } from "./streams";

/** Returns what `status` must be allowed: to read, and nothing else. */
export function statusPolicy(environment: Environment): Statement[] {
  // An organization's id that is not known is any.
  const streams = namedStreams({ ...environment, organization_id: environment.organization_id ?? "*" });
  const on = (form: (bus: string) => string) => streams.map(({ bus = "*" }) => arn(environment, "events", form(bus)));
  return [
    { Effect: "Allow", Action: ["events:ListEventSources", "events:ListRules"], Resource: "*" },
    { Effect: "Allow", Action: "events:DescribeEventBus", Resource: on((bus) => `event-bus/${bus}`) },
    { Effect: "Allow", Action: "events:ListTargetsByRule", Resource: on((bus) => `rule/${bus}/*`) },
  ];
}
