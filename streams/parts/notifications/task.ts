import { bridgeLogGroupName } from "../../../aws/log-groups";
import { arn, bridgeParameterName } from "../../../aws/names";
import type { Secret } from "../../../schema/secret";
import type { NotificationsKeys } from "../../notifications";
import type { CreationContext } from "../../stream-type";

type Context = CreationContext<NotificationsKeys>;

/** Returns the one container of the task: no root, nothing written to its image, no port, no capability. */
export function containerOf(context: Context): object {
  const { environment, name, place, keys } = context;
  return {
    name: "bridge",
    image: keys.image,
    essential: true,
    user: "1000:1000",
    readonlyRootFilesystem: true,
    linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
    environment: variables(context).map(([variable, value]) => ({ name: variable, value })),
    secrets: [{ name: "GENESYSCLOUD_OAUTHCLIENT_SECRET", valueFrom: secretReference(place, keys.oauth.client_secret) }],
    healthCheck: {
      command: ["CMD", "node", "/bridge/health.cjs"],
      interval: 30,
      timeout: 10,
      retries: 3,
      startPeriod: 120,
    },
    // The time that it has to put what waits, when it is told to stop.
    stopTimeout: 60,
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": bridgeLogGroupName(environment, name),
        "awslogs-region": place.aws_region,
        "awslogs-stream-prefix": "bridge",
      },
    },
  };
}

/** What the program is told, as operate/bridge/settings.ts reads it. */
function variables({ place, environment, name, bus, source, keys }: Context): (readonly [string, string])[] {
  const settings = {
    environment,
    stream: name,
    aws_account_id: place.aws_account_id,
    aws_region: place.aws_region,
    genesys_region: place.genesys_region,
    bus,
    source,
    topics: keys.topics,
    ids: keys.ids,
    parameter: bridgeParameterName(environment, name),
  };
  return [
    ["BRIDGE_SETTINGS", JSON.stringify(settings)],
    ["GENESYSCLOUD_OAUTHCLIENT_ID", keys.oauth.client_id],
  ];
}

/** Returns a secret as ECS is told of it: a key of its JSON stands behind its ARN, before two that are left empty. */
function secretReference(place: Context["place"], secret: Secret): string {
  if ("ssm_parameter" in secret) {
    const { ssm_parameter: name } = secret;
    return name.startsWith("arn:") ? name : arn(place, "ssm", `parameter/${name.replace(/^\//, "")}`);
  }
  const { secrets_manager: name, key } = secret;
  const whole = name.startsWith("arn:") ? name : arn(place, "secretsmanager", `secret:${name}`);
  return key === undefined ? whole : `${whole}:${key}::`;
}
