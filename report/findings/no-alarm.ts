import { isProduction } from "../model/environment";
import { aws, type FindingType, nist } from "./finding";

export const noAlarm: FindingType = {
  id: "no-alarm",
  severity: "medium",
  why: "A stream that stops or loses events is noticed when somebody asks for the data, which may be too late to have it.",
  remediation: "Leave monitoring.alarms at true and write into monitoring.notify who is notified.",
  controls: [...aws("CloudWatch.15", "CloudWatch.17"), ...nist("AU-5", "SI-4(5)")],
  find: ({ environment }) => {
    const { alarms, notify } = environment.monitoring;
    if (!alarms) return [{ path: "monitoring.alarms", what: "no alarm fires when events are lost" }];
    if (notify.length > 0 || !isProduction(environment)) return [];
    return [{ path: "monitoring.notify", what: "alarms of production notify nobody" }];
  },
};
