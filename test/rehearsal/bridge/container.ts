import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as ssm from "@aws-sdk/client-ssm";
import { gapOf } from "../../../genesys/gap";
import { Image, type Running, taskVariables } from "../../bridge/image";
import { missing, Publisher, until, userIds } from "../../operate/bridge/day";
import { NotificationServer } from "../../operate/bridge/notifications";

const ROLE = "dev-live-bridge";
const LOG = "/aws/events/dev/log";
const PARAMETER = "/genesys-eventbridge/dev/live/seen";
const TOPIC = "v2.users.{id}.conversations";

const groups = new logs.CloudWatchLogsClient();
const parameters = new ssm.SSMClient();

function expectThat(holds: boolean, what: string, seen?: unknown): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(seen)}`);
}

/** Returns the events that the rule has brought into the log group, as its bus has them. */
async function delivered() {
  const all: { readonly "detail-type": string; readonly detail: { readonly eventBody: { readonly n: number } } }[] = [];
  for (let nextToken: string | undefined; ; ) {
    const page = await groups.send(new logs.FilterLogEventsCommand({ logGroupName: LOG, nextToken }));
    all.push(...(page.events ?? []).map(({ message = "{}" }) => JSON.parse(message)));
    nextToken = page.nextToken;
    if (nextToken === undefined) return all;
  }
}

async function untilGap(reason: string): Promise<void> {
  for (let tries = 0; !(await delivered()).some((event) => gapOf(event)?.reason === reason); tries++) {
    expectThat(tries < 100, `no gap is said: ${reason}`);
    await setTimeout(200);
  }
}

async function kept() {
  const { Parameter } = await parameters.send(new ssm.GetParameterCommand({ Name: PARAMETER }));
  return Parameter?.Value ?? "";
}

/** Serves what ECS gives a task: the credentials of its role. The rig evaluates its policy by this access key. */
async function roleCredentials() {
  const server = createServer((_, response) => {
    const AccessKeyId = `RIG${Buffer.from(ROLE).toString("hex").toUpperCase()}`;
    const Expiration = "2999-01-01T00:00:00Z";
    response.end(JSON.stringify({ AccessKeyId, SecretAccessKey: "test", Token: "test", Expiration }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is no path
  return { uri: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** Returns what came and what is missing, once rules have brought what is on the bus. */
async function settled({ times }: Publisher) {
  for (let tries = 0; ; tries++) {
    const events = await delivered();
    const came = events.flatMap((event) => (event["detail-type"] === TOPIC ? [event.detail.eventBody] : []));
    const said = events.flatMap((event) => gapOf(event) ?? []);
    const { absent, unsaid } = missing(times, came, said);
    if (unsaid.length === 0 || tries === 100) return { came, said, absent, unsaid };
    await setTimeout(200);
  }
}

/** Runs the image's program as the task definition of a stack says. */
export async function rehearseContainer(stack: string): Promise<void> {
  const { resource } = JSON.parse(readFileSync(join(stack, "cdk.tf.json"), "utf8"));
  const genesys = await new NotificationServer().listen();
  genesys.users = userIds(20);
  const image = new Image(process.cwd());
  const role = await roleCredentials();
  const publisher = new Publisher(genesys, genesys.users, "conversations");
  const start = () =>
    image.run({
      ...taskVariables(resource.aws_ecs_task_definition.live.container_definitions),
      ...genesys.env,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: role.uri,
      AWS_ENDPOINT_URL: process.env.AWS_ENDPOINT_URL_EVENTBRIDGE ?? "",
    });
  try {
    await lives(image, start, genesys, publisher);
    const { came, said, absent, unsaid } = await settled(publisher);
    expectThat(unsaid.length === 0, "events are missing, and no gap says it", unsaid);
    expectThat(said.map(({ reason }) => reason).join() === "stopped,died", "other gaps", said);
    expectThat(absent.length > 0 && came.length > 0, "nothing was missed, or nothing came");
    console.log(
      `bridge: ${publisher.times.length} events, ${came.length} came by the role's permissions, ${absent.length} were missed while it was stopped or killed: both gaps are said`,
    );
  } finally {
    genesys.close();
    role.close();
    image.remove();
  }
}

/** Starts it, stops it, starts it, kills it and starts it again. */
async function lives(image: Image, start: () => Running, genesys: NotificationServer, publisher: Publisher) {
  const isOpen = () => until(() => genesys.open.length > 0);
  const send = () => publisher.send(60, 5);
  const first = start();
  await isOpen().catch(() => expectThat(false, "it does not begin", [first.log, first.stderr]));
  await setTimeout(300);
  await send();
  expectThat(image.isHealthy(), "it lives, and its health check does not say so");
  expectThat((await kept()).includes('"ended":false'), "the parameter does not say until when all is on the bus");
  first.signal("SIGTERM");
  expectThat((await first.ended()) === 0, "told to end, it fails", first.log);
  expectThat((await kept()).includes('"ended":true'), "the parameter does not say that it was told to end");
  await send();

  const second = start();
  await untilGap("stopped");
  await send();
  second.signal("SIGSTOP");
  image.ageHeartbeat(91);
  expectThat(!image.isHealthy(), "it shows no sign of life, and its health check finds it alive");
  second.signal("SIGKILL");
  await second.ended();
  await send();

  const third = start();
  await untilGap("died");
  await send();
  third.signal("SIGTERM");
  expectThat((await third.ended()) === 0, "told to end, it fails", third.log);
}
