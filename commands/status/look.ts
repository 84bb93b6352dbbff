import { setTimeout } from "node:timers/promises";
import { FilesProblem } from "../../files/files-problem";
import { genesysAccess } from "../../operate/genesys/access";
import { GenesysCloud } from "../../operate/genesys/cloud";
import type { Look } from "../../operate/status/look";
import { withOrganization } from "../../operate/status/organization";
import { type Status, statusOf } from "../../operate/status/status";
import type { Io } from "../io";
import { openedEnvironment } from "../operating";
import { statusLines } from "./screen";

interface How {
  readonly json: boolean;
  /** The milliseconds from one look to the next; left out for one look. */
  readonly every?: number;
}

/** Looks at an environment's account once, or again and again. */
export async function look(word: string, { json, every }: How, io: Io): Promise<number> {
  const opened = await openedEnvironment(word, "status", io);
  if (opened === undefined) return 1;
  const { environment, aws } = opened;
  const genesys = genesysOf(environment, io);
  for (;;) {
    io.progress?.("looking …");
    const account = { aws };
    const known = await withOrganization(environment, account, genesys);
    const found = await statusOf({ environment: known, account, genesys, now: new Date() });
    io.progress?.("");
    if (every !== undefined) io.clear?.();
    show(found, json, io, every !== undefined);
    if (every === undefined) return found.healthy ? 0 : 1;
    await setTimeout(every);
  }
}

function show(found: Status, json: boolean, io: Io, several: boolean): void {
  if (json) io.json(found, several ? undefined : 2);
  else io.stdout(statusLines(found));
}

/** Genesys Cloud where anything says how to ask it; whatever is missing beside that is a mistake to tell. */
function genesysOf(environment: Look["environment"], { env }: Io): Look["genesys"] {
  const set = ["GENESYSCLOUD_ACCESS_TOKEN", "GENESYSCLOUD_OAUTHCLIENT_ID", "GENESYSCLOUD_OAUTHCLIENT_SECRET"];
  if (!set.some((name) => env[name])) return { unasked: `no credentials of Genesys Cloud are set (${set.at(1)} …)` };
  try {
    return new GenesysCloud(genesysAccess(env, environment.genesys_region));
  } catch (error) {
    if (error instanceof FilesProblem) return { unasked: error.lines.join("; ") };
    throw error;
  }
}
