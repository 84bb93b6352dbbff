import { defaults } from "../../../aws/defaults";
import type { NotificationsKeys } from "../../notifications";
import type { Fact } from "../../stream-type";

/** Returns what an auditor asks of a bridge. */
export function subscribedFacts({ assign_public_ip, enabled, ids, image, oauth, subnets }: NotificationsKeys): Fact[] {
  const of = Object.entries(ids).map(([kind, some]) => (some === "all" ? `all ${kind}` : `${some.length} ${kind}`));
  return [
    { term: "Bridge", text: `one container on Fargate, ${enabled ? "switched on" : "switched off"}` },
    { term: "Image", text: image },
    { term: "Subscribed for", text: of.length === 0 ? "topics without ids" : of.join(", ") },
    { term: "Proves itself by", text: `OAuth client ${oauth.client_id}, whose secret ECS reads when it starts` },
    {
      term: "Network",
      text: `outbound only, from ${subnets.join(", ")}${assign_public_ip ? " with a public address" : ""}; nothing listens`,
    },
    {
      term: "What is kept",
      text: `nothing of events: what comes while no socket is open is lost, and each such time is said on the bus; the log has counts and reasons, for ${defaults.log_retention_days} days`,
    },
  ];
}
