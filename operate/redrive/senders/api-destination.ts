import type { Sender } from "./sender";

export const apiDestination: Sender = {
  service: "events",
  resource: "api-destination/",
  // Its request needs the connection's secret, which EventBridge alone uses; a rule and a bus made for it would need a role that trusts them.
  refusal: () =>
    "no API invokes an API destination: only EventBridge makes its requests; replay the stream's archive to the rule, where it has one",
  statements: () => [],
  open: () => Promise.reject(new Error("an API destination is never opened")),
};
