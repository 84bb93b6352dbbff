import type { Made } from "./made";
import {
  type Body,
  email,
  iso,
  MEDIA,
  METRICS,
  NAMES,
  type Organization,
  PRESENCE,
  phone,
  ROUTING,
} from "./organization";
import type { Random } from "./random";

export function presence(random: Random, org: Organization, time: number): Made {
  const user = random.skew(org.users);
  const body: Body = {
    source: random.pick(["PURECLOUD", "MICROSOFTTEAMS", "ZOOMPHONE"]),
    presenceDefinition: { id: random.pick(org.presences), systemPresence: random.pick(PRESENCE) },
    primary: random.chance(0.9),
    message: random.chance(0.3) ? "back at 14:00" : "",
    modifiedDate: iso(time),
    previous: { systemPresence: random.pick(PRESENCE), durationSeconds: random.int(0, 20000) },
  };
  body.user = {
    id: user,
    name: random.pick(NAMES),
    email: email(random),
    locations: Array.from({ length: random.int(2, 4) }, () => ({
      id: random.uuid(),
      floor: random.int(0, 9),
      building: `B${random.int(1, 9)}`,
      emergencyNumber: phone(random),
    })),
    skills: random.sample(org.skills, random.int(2, 6)),
    geo: { country: random.pick(["DE", "GB", "US", "FR"]), city: random.pick(["Berlin", "Leeds", "Austin", "Lyon"]) },
  };
  return ["v2.users.{id}.presence", `v2.users.${user}.presence`, body];
}

export function routingStatus(random: Random, org: Organization, time: number): Made {
  const user = random.skew(org.users);
  const body: Body = {
    id: user,
    routingStatus: { status: random.pick(ROUTING), startTime: iso(time) },
    previousStatus: random.pick(ROUTING),
    queueCount: random.int(0, 12),
  };
  body.queues = Array.from({ length: random.int(6, 16) }, () => ({
    id: random.skew(org.queues),
    joined: random.chance(0.8),
    ring: random.int(1, 6),
  }));
  return ["v2.users.{id}.routingStatus", `v2.users.${user}.routingStatus`, body];
}

export function observations(random: Random, org: Organization, time: number): Made {
  const queue = random.skew(org.queues);
  const body: Body = {
    group: { queueId: queue, mediaType: random.skew(MEDIA).toLowerCase() },
    data: Array.from({ length: random.int(2, 5) }, () => ({
      interval: `${iso(time - 1800000)}/${iso(time)}`,
      metrics: random.sample(METRICS, random.int(3, 6)).map((metric) => ({
        metric,
        qualifier: metric === "oUserPresences" ? random.pick(PRESENCE) : null,
        stats: { count: random.int(0, 60), max: random.int(0, 7200000), ratio: random.int(0, 9999) / 10000 },
      })),
    })),
  };
  return ["v2.analytics.queues.{id}.observations", `v2.analytics.queues.${queue}.observations`, body];
}

export function adherence(random: Random, org: Organization, time: number): Made {
  const user = random.skew(org.users);
  const body: Body = {
    user: { id: user },
    managementUnitId: random.skew(org.divisions),
    scheduledActivityCategory: random.pick(["OnQueueWork", "Break", "Meal", "Meeting", "OffQueueWork", "TimeOff"]),
    actualActivityCategory: random.pick(["OnQueueWork", "Break", "Meal", "Unavailable"]),
    isOutOfOffice: random.chance(0.05),
    systemPresence: random.pick(PRESENCE),
    routingStatus: random.pick(ROUTING),
    adherenceState: random.pick(["InAdherence", "OutOfAdherence", "Unscheduled", "Ignored"]),
    impact: random.pick(["Positive", "Negative", "Neutral", "Unknown"]),
    adherenceChangeTime: iso(time),
    offsetMinutes: random.int(-30, 30),
    activeQueues: random.sample(org.queues, random.int(8, 30)),
  };
  return ["v2.users.{id}.workforcemanagement.adherence", `v2.users.${user}.workforcemanagement.adherence`, body];
}
