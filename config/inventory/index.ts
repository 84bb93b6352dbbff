import { alarmTopicName, dashboardName, deadLetterQueueName, targetName } from "../../aws/names";
import type { Taken } from "../../aws/part";
import { usesLogPolicy } from "../../destinations";
import type { PlannedAlarm } from "../../monitoring/planned-alarms";
import { composedOver, namesOf, ruleName } from "../../schema/identity";
import { onceForEach } from "../../text/once";
import { alarmsOf, alarmView } from "../alarm-view";
import type { Draft, Environment } from "../model";
import { topicAddresses } from "../notify";
import { asksOrganization } from "../organization";
import { destinationItems } from "./destinations";
import type { Inventoried, Item } from "./item";
import { streamItems } from "./streams";

/**
 * Returns everything that a stack will hold, with its address, its name and whose it is. Whatever asks for that asks here.
 * Of two that cannot be together, the second is the one to change.
 */
export function inventory(environment: Inventoried): readonly Item[] {
  return [
    ...sharedItems(environment),
    ...monitoringItems(environment),
    ...destinationItems(environment),
    ...streamItems(environment),
    ...ruleItems(environment),
  ];
}

const NO_PLACE = { aws_account_id: "", aws_region: "" };

/** Returns the same of an environment that is right. */
export function inventoryOf(environment: Environment): readonly Item[] {
  return inventory({ ...environment, organization_id: environment.organization_id, alarms: alarmsOf(environment) });
}

/** The same of a file whose checks are not over. */
export const inventoryView = onceForEach((draft: Draft): readonly Item[] =>
  inventory({
    ...(draft.place ?? NO_PLACE),
    name: draft.name,
    streams: draft.streams,
    rules: draft.rules,
    destinations: draft.destinations,
    monitoring: draft.top.monitoring ?? { alarms: false, dashboard: false, notify: [] },
    alarms: alarmView(draft),
    organization_id: draft.top.organization_id,
  }),
);

function sharedItems(environment: Inventoried): Item[] {
  const { name, streams, rules, destinations } = environment;
  const of = { paths: [["destinations"]], owner: "the stack" } as const;
  const queue = deadLetterQueueName(name);
  const targets = new Set(Object.values(rules).flatMap(({ targets }) => targets.map(({ destination }) => destination)));
  const logged = Object.entries(destinations).some(([key, keys]) => targets.has(key) && usesLogPolicy(keys));
  const busLogs = Object.values(streams).some(({ log_level }) => log_level !== "off");
  return [
    {
      type: "aws_sqs_queue",
      names: ["dead-letters"],
      paths: of.paths,
      owner: "the dead-letter queue",
      takes: { name: queue, kind: "queue_name", within: "region" },
    },
    ...(asksOrganization(environment)
      ? [{ type: "data.genesyscloud_organizations_me", names: ["organization"], ...of }]
      : []),
    ...(logged || busLogs ? [{ type: "aws_cloudwatch_log_resource_policy", names: ["events"], ...of }] : []),
  ];
}

function ruleItems({ name, rules, destinations }: Inventoried): Item[] {
  return Object.entries(rules).flatMap(([key, rule]): Item[] => {
    const names = namesOf(key, rule);
    const path = ["rules", key];
    const takes = { name: ruleName(key, rule), kind: `rule of ${name} on ${rule.stream}`, within: "region" } as const;
    return [
      { type: "aws_cloudwatch_event_rule", names, paths: [path], owner: key, takes },
      ...[...new Set(rule.targets.map(({ destination }) => destination))].map((destination) => ({
        type: "aws_cloudwatch_event_target",
        names: composedOver(names, namesOf(destination, destinations[destination] ?? {}), targetName),
        paths: [
          [...path, "targets", destination],
          ["destinations", destination],
        ] as const,
        owner: key,
      })),
    ];
  });
}

function monitoringItems({ name, monitoring, alarms }: Inventoried): Item[] {
  const of = { paths: [["monitoring"]] } as const;
  const takes = (kind: string, name: string): Taken => ({ name, kind, within: "region" });
  const addresses = topicAddresses(monitoring);
  const topic = alarmTopicName(name);
  const dashboard = dashboardName(name);
  const alarm = (type: string) => (alarm: Pick<PlannedAlarm, "ids" | "name">) => ({
    type,
    names: alarm.ids,
    ...of,
    owner: "an alarm",
    takes: takes("alarm", alarm.name),
  });
  return [
    ...alarms.alarms.map(alarm("aws_cloudwatch_metric_alarm")),
    ...alarms.composites.map(alarm("aws_cloudwatch_composite_alarm")),
    ...(addresses.length > 0
      ? [
          {
            type: "aws_sns_topic",
            names: ["alarms"],
            ...of,
            owner: "the topic of the alarms",
            takes: takes("topic_name", topic),
          },
        ]
      : []),
    ...addresses.map((address) => ({
      type: "aws_sns_topic_subscription",
      names: [address],
      paths: [["monitoring", "notify"]] as const,
      owner: address,
    })),
    ...(monitoring.dashboard
      ? [
          {
            type: "aws_cloudwatch_dashboard",
            names: ["genesys-events"],
            ...of,
            owner: "the dashboard",
            takes: takes("dashboard", dashboard),
          },
        ]
      : []),
  ];
}
