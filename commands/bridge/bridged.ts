import { dirname, join, resolve } from "node:path";
import { NOTIFICATION_TOPICS } from "../../aws/limits";
import { Aws } from "../../operate/aws/aws";
import { fileCheckpoint } from "../../operate/bridge/checkpoint";
import { putEvents } from "../../operate/bridge/put-events";
import type { Figures, Sink } from "../../operate/bridge/sink";
import { type SubscribedStream, subscribedStream } from "../../operate/bridge/subscribed-stream";
import { subscriptionsNow } from "../../operate/bridge/subscriptions-now";
import { genesysAccess } from "../../operate/genesys/access";
import { GenesysCloud } from "../../operate/genesys/cloud";
import { plural } from "../../text/words";
import type { Input } from "../command";
import { type Chosen, oneEnvironment } from "../environment";
import { interruptible } from "../interrupt";
import type { Io } from "../io";
import { Shower } from "../tail/show";
import { durationIn } from "../time";
import type { options } from "./options";
import { runBridge } from "./run";

type Values = Input<typeof options>["values"];

/** Runs the bridge of one stream at a desk. */
export async function bridged(word: string, { values }: Input<typeof options>, io: Io): Promise<number> {
  const length = values.for === undefined ? undefined : durationIn(values.for);
  if (typeof length === "string") {
    io.stderr(`--for ${values.for} ${length}`);
    return 2;
  }
  const chosen = oneEnvironment(word, io);
  if (chosen === undefined) return 1;
  const { environment } = chosen;
  const stream = subscribedStream(environment, values.stream);
  const cloud = new GenesysCloud(genesysAccess(io.env, environment.genesys_region));
  if (values["dry-run"]) return planned(stream, cloud, io);
  const own = values.print ? { to: printed(chosen, stream, values, io) } : await onBus(chosen, stream, io);
  return interruptible(io, (ending) =>
    runBridge({
      ...own,
      subscribed: stream.subscribed,
      cloud,
      ending,
      length,
      say: (words) => io.stderr(words),
      figures: (figures) => io.stderr(figuresText(figures)),
      alive: () => undefined,
    }),
  );
}

async function onBus({ environment, file }: Chosen, { stream, bus, source }: SubscribedStream, io: Io) {
  const aws = await Aws.open(environment, io.env, "bridge");
  const folder = join(dirname(resolve(io.cwd, file.path)), ".genesys-eventbridge");
  const checkpoint = fileCheckpoint(join(folder, `bridge-${environment.name}-${stream}.json`));
  return { to: { bus, source, put: await putEvents(aws) }, checkpoint };
}

/** Prints events as `tail` does. What comes faster than it is read waits in memory, as at any pipe. */
function printed(chosen: Chosen, { stream, source, type }: SubscribedStream, values: Values, io: Io): Sink {
  const shower = new Shower(chosen, values, io);
  if (shower.masks) io.stderr(`shows what comes on ${stream}; personal data is masked`);
  const { aws_account_id: account, aws_region: region } = chosen.environment;
  return {
    event: (detailType, detail) => {
      const time = new Date().toISOString();
      const own = { "detail-type": detailType, source, account, time, region, detail: JSON.parse(detail) };
      shower.show(own, type.envelope, undefined);
    },
    gap: () => undefined,
    waiting: 0,
    since: undefined,
    drained: () => io.flushed(),
    end: () => undefined,
  };
}

async function planned({ stream, bus, subscribed }: SubscribedStream, cloud: GenesysCloud, io: Io): Promise<number> {
  const { subscriptions, sum } = await subscriptionsNow(cloud, subscribed);
  const channels = Math.ceil(subscriptions.length / NOTIFICATION_TOPICS);
  io.stdout(`${stream}: ${sum}, on ${plural(channels, "channel")}, would be put on ${bus}`);
  return 0;
}

function figuresText({ events, gaps, channels, waiting }: Figures): string {
  return `${plural(events, "event")}, ${plural(gaps, "gap")}, ${plural(channels, "open channel")}, ${waiting} waiting`;
}
