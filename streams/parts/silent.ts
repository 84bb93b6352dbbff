import { type AlarmKind, SILENCE } from "../../aws/alarm-kind";

/**
 * Fires when a stream is silent for its `silence_minutes`, the alarm's period. A source that never sent has no data, and is silent
 * too.
 */
export const silent: AlarmKind = {
  ...SILENCE,
  when: "Genesys Cloud sent no event for silence_minutes",
  metric: { namespace: "AWS/Events", name: "Events", statistic: "Sum" },
  advice:
    "Likeliest: the integration was switched off or deleted in Genesys Cloud, its topics were changed, or nothing happened that sends an event. Look first at the integration in Genesys Cloud, then at the partner event source in the EventBridge console: it must be active. If the time was simply quiet, write a larger silence_minutes.",
};
