import { FilesProblem } from "../../files/files-problem";
import { genesysRegions } from "../../genesys/regions";
import { Aws } from "../../operate/aws/aws";
import { heartbeatTo } from "../../operate/bridge/health";
import { parameterCheckpoint } from "../../operate/bridge/parameter";
import { putEvents } from "../../operate/bridge/put-events";
import { type BridgeSettings, settingsSchema } from "../../operate/bridge/settings";
import type { Figures } from "../../operate/bridge/sink";
import { genesysAccess } from "../../operate/genesys/access";
import { GenesysCloud } from "../../operate/genesys/cloud";
import { interruptible } from "../interrupt";
import { type Io, processIo } from "../io";
import { runBridge } from "./run";

/** Writable in a container whose file system is not. */
const HEALTH_FILE = "/dev/shm/genesys-eventbridge-bridge";

/** Returns what the container is told. @throws FilesProblem where that is nothing, or something else */
function settingsIn({ BRIDGE_SETTINGS: text }: Io["env"]): BridgeSettings {
  if (text === undefined) throw new FilesProblem("BRIDGE_SETTINGS is not set; the stack's task definition sets it");
  try {
    return settingsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new FilesProblem(
      `BRIDGE_SETTINGS is not what the stack writes: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** The bridge as a container has it: settings from a variable, each line of its log an object of JSON. */
async function run(io: Io): Promise<number> {
  const say = (message: string) => io.json({ time: new Date().toISOString(), message });
  try {
    const settings = settingsIn(io.env);
    const { bus, source, parameter } = settings;
    const aws = await Aws.open(settings, io.env, "bridge");
    const region = genesysRegions.find((known) => known === settings.genesys_region);
    const to = { bus, source, put: await putEvents(aws) };
    const own = {
      subscribed: settings,
      cloud: new GenesysCloud(genesysAccess(io.env, region)),
      to,
      checkpoint: parameterCheckpoint(aws, parameter),
      say,
      figures: (figures: Figures) => io.json({ time: new Date().toISOString(), bus, ...figures }),
      alive: heartbeatTo(io.env.BRIDGE_HEALTH_FILE ?? HEALTH_FILE),
    };
    return await interruptible(io, (ending) => runBridge({ ...own, ending }));
  } catch (error) {
    if (!(error instanceof FilesProblem)) throw error;
    say(error.message);
    return 1;
  }
}

void run(processIo([])).then((code) => {
  process.exitCode = code;
});
