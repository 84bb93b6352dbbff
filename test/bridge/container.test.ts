import { setTimeout } from "node:timers/promises";
import { AwsError, awsServer } from "../operate/aws/server";
import { until, userIds } from "../operate/bridge/day";
import { NotificationServer } from "../operate/bridge/notifications";
import { bridgeFile } from "../support/bridge-file";
import { root } from "../support/committed";
import { resource, synthesized } from "../support/stack";
import { Image, taskVariables } from "./image";

const [USER = ""] = userIds(1);
const PARAMETER = "/genesys-eventbridge/dev/live/seen";

let image: Image;
let genesys: NotificationServer;
let account: Awaited<ReturnType<typeof awsServer>>;
let publishing: NodeJS.Timeout;
let kept: string;
const put: { readonly DetailType: string; readonly Detail: string }[] = [];
beforeAll(async () => {
  image = new Image(root);
  genesys = await new NotificationServer().listen();
  genesys.users = [USER];
  account = await awsServer({
    ":GET /credentials": () => ({
      AccessKeyId: "AKIAROLE",
      SecretAccessKey: "of-the-role",
      Token: "token",
      Expiration: "2999-01-01T00:00:00Z",
    }),
    "events:PutEvents": ({ Entries }) => {
      const entries = Entries as typeof put; // as the program sends them
      put.push(...entries);
      return { FailedEntryCount: 0, Entries: entries.map(() => ({ EventId: "e" })) };
    },
    "ssm:GetParameter": ({ Name }) => {
      if (Name !== PARAMETER) throw new AwsError("ParameterNotFound");
      return { Parameter: { Value: kept } };
    },
    "ssm:PutParameter": ({ Value }) => {
      kept = String(Value);
      return {};
    },
  });
  let n = 0;
  publishing = setInterval(() => genesys.publish(`v2.users.${USER}.conversations`, { n: ++n }, `c-${n}`), 50);
});
afterAll(async () => {
  clearInterval(publishing);
  genesys.close();
  await account.close();
  image.remove();
});
beforeEach(() => {
  kept = "nothing yet";
  put.length = 0;
});

const definition = resource(synthesized(bridgeFile()), "aws_ecs_task_definition");
const SETTINGS = taskVariables(definition.container_definitions).BRIDGE_SETTINGS ?? "";
/** What ECS gives the container: its variables and secret, and credentials of its role by an address. */
const variables = (): Record<string, string> => ({
  ...taskVariables(definition.container_definitions),
  ...genesys.env,
  AWS_ENDPOINT_URL: account.env.AWS_ENDPOINT_URL,
  AWS_CONTAINER_CREDENTIALS_FULL_URI: `${account.env.AWS_ENDPOINT_URL}/credentials`,
});
const gaps = () => put.flatMap(({ DetailType, Detail }) => (DetailType === "bridge.gap" ? [JSON.parse(Detail)] : []));

test("the image's program puts what comes, shows that it lives, keeps until when in its parameter, and ends as it is told to", async () => {
  const [{ healthCheck }] = JSON.parse(String(definition.container_definitions));
  expect(healthCheck.command).toEqual(["CMD", ...image.healthCheck]);
  const first = image.run(variables());
  await until(() => put.length > 2);
  expect(put[0]?.DetailType).toBe("v2.users.{id}.conversations");
  expect(image.isHealthy()).toBe(true);
  await until(() => kept.includes('"ended":false'));

  first.signal("SIGTERM");
  expect({ code: await first.ended(), stderr: first.stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(kept)).toMatchObject({ ended: true });
  const [opened, figures] = first.log;
  expect(opened).toEqual({ time: expect.any(String), message: "1 subscription on 1 channel: 1 users × 1 = 1" });
  expect(figures).toMatchObject({ bus: "dev-live", events: expect.any(Number), gaps: 0, waited_seconds: 0 });
  expect(JSON.stringify(first.log)).not.toContain(genesys.env.GENESYSCLOUD_OAUTHCLIENT_SECRET);

  const second = image.run(variables());
  await until(() => gaps().length > 0);
  expect(gaps()[0].eventBody).toMatchObject({ reason: "stopped", topics: ["v2.users.{id}.conversations"] });
  await until(() => image.isHealthy());
  second.signal("SIGSTOP");
  await setTimeout(50);
  image.ageHeartbeat(91);
  expect(image.isHealthy()).toBe(false);
  second.signal("SIGKILL");
  await second.ended();

  const third = image.run(variables());
  await until(() => gaps().length > 1);
  expect(gaps()[1].eventBody).toMatchObject({ reason: "died", from: JSON.parse(kept).seen });
  third.signal("SIGTERM");
  expect(await third.ended()).toBe(0);
});

test.each([
  [undefined, /^BRIDGE_SETTINGS is not set; the stack's task definition sets it$/],
  ["{", /^BRIDGE_SETTINGS is not what the stack writes: /],
  [SETTINGS.replace("/live/", "/gone/"), /^AWS refuses SSM GetParameter: /],
])("says in its log why it cannot begin, and ends: %s", async (settings, message) => {
  const { BRIDGE_SETTINGS: _, ...rest } = variables();
  const running = image.run({ ...rest, ...(settings !== undefined && { BRIDGE_SETTINGS: settings }) });

  expect(await running.ended()).toBe(1);
  expect(running.log.at(-1)).toEqual({ time: expect.any(String), message: expect.stringMatching(message) });
  expect(running.stderr).toBe("");
});
