import { appendFileSync } from "node:fs";
import { runBridge } from "../../../commands/bridge/run";
import { fileCheckpoint } from "../../../operate/bridge/checkpoint";
import { genesysAccess } from "../../../operate/genesys/access";
import { GenesysCloud } from "../../../operate/genesys/cloud";
import { FAST } from "./pace";

/** A bridge in a process of its own that writes into a file what it puts: `node bin/run.cjs test/operate/bridge/child.ts FILE STATE`. */
const [file = "", state = ""] = process.argv.slice(2);

void runBridge({
  subscribed: { topics: ["v2.users.{id}.presence"], ids: { users: "all" } },
  cloud: new GenesysCloud(genesysAccess(process.env, undefined)),
  to: {
    bus: "dev-live",
    source: "notifications/dev/live",
    put: async (entries) => {
      appendFileSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
      return entries.map(() => undefined);
    },
  },
  checkpoint: fileCheckpoint(state),
  pace: FAST,
  ending: new AbortController().signal,
  say: () => undefined,
  figures: () => undefined,
  alive: () => undefined,
});
