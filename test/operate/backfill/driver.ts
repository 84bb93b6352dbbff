import { Backfill } from "../../../operate/backfill/backfill";
import { folderOutput } from "../../../operate/backfill/outputs/folder";
import { waiting } from "../../../operate/backfill/reading";
import { State } from "../../../operate/backfill/state";
import { genesysAccess } from "../../../operate/genesys/access";
import { GenesysCloud } from "../../../operate/genesys/cloud";

/** The backfill of a plan in a folder, as the command does it once all is known, without waits: a program that begins in a moment. */
async function main(): Promise<void> {
  const [folder = "", out = ""] = process.argv.slice(2);
  const state = new State(folder);
  const wait = () => waiting(1);
  const cloud = new GenesysCloud(genesysAccess(process.env, undefined), {
    tries: 9,
    unansweredTries: 9,
    answerMs: 5000,
    wait,
  });
  const done = await new Backfill(state, state.plan?.units ?? [], {
    cloud,
    envelope: { source: "made/up", account: "123456789012", region: "us-east-1" },
    stream: "audit",
    output: folderOutput(out, "out"),
    wait,
    signal: new AbortController().signal,
    told: () => {},
  }).run();
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(JSON.stringify({ done, megabytes: Math.round(maxRSS / 1024), events: state.at.events }));
}

void main();
