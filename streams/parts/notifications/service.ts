import { bridgeName } from "../../../aws/names";
import type { TerraformResource } from "../../../aws/terraform";
import type { NotificationsKeys } from "../../notifications";
import type { CreationContext, Feed } from "../../stream-type";
import { logged } from "./log";
import { bridgeRoles } from "./roles";
import { seenParameter } from "./seen";
import { containerOf } from "./task";

type Context = CreationContext<NotificationsKeys>;

/** Fills the bus by a container, which needs the bus first. */
export function runBridge(context: Context): Feed {
  return { bus: {}, ready: [], fill: (bus) => createService(context, bus) };
}

function createService(context: Context, eventBus: TerraformResource): void {
  const { scope, bindings, id, environment, name, keys, tags } = context;
  const { EcsCluster, EcsService, EcsTaskDefinition } = bindings;
  const called = bridgeName(environment, name);
  const logs = logged(context);
  const roles = bridgeRoles(context);
  const seen = seenParameter(context);
  const cluster = new EcsCluster(scope, id(EcsCluster), {
    name: called,
    // Each metric of it is paid for, and the bridge's own say what is asked.
    setting: [{ name: "containerInsights", value: "disabled" }],
    tags,
  });
  const task = new EcsTaskDefinition(scope, id(EcsTaskDefinition), {
    family: called,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: keys.cpu,
    memory: String(Number(keys.cpu) * 2),
    runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" },
    executionRoleArn: roles.start.arn,
    taskRoleArn: roles.task.arn,
    containerDefinitions: JSON.stringify([containerOf(context)]),
    tags,
  });
  new EcsService(scope, id(EcsService), {
    name: called,
    cluster: cluster.arn,
    taskDefinition: task.arn,
    desiredCount: keys.enabled ? 1 : 0,
    launchType: "FARGATE",
    // One at a time: two would bring every event twice. The gap between them is said.
    deploymentMinimumHealthyPercent: 0,
    deploymentMaximumPercent: 100,
    deploymentCircuitBreaker: { enable: true, rollback: true },
    // Left out, every later plan has a difference.
    availabilityZoneRebalancing: "DISABLED",
    enableExecuteCommand: false,
    propagateTags: "SERVICE",
    networkConfiguration: {
      subnets: keys.subnets,
      securityGroups: keys.security_groups,
      assignPublicIp: keys.assign_public_ip,
    },
    tags,
    dependsOn: [eventBus, roles.task.policy, roles.start.policy, logs, seen],
    ...(keys.protect && { lifecycle: { preventDestroy: true } }),
  });
}
