// `index.ts [MEGABYTES]`: how long `trace --summary` takes for an archive of so many (1000 by default), beside JSON.parse of the same lines on one core in
// the same run; and the memory that it needs.
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { topics } from "../../genesys/topics";
import { load } from "../load";
import { inTurns, runWithMemory } from "../measure";
import { times } from "../table";

const TURNS = 3;
/** The events that are made; the archive has them again and again under other ids, as making them takes longer than reading them. */
const MADE = 4000;
const project = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
const megabytes = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), "genesys-eventbridge-archive-"));
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(): void {
  const known = new Set(topics.filter(({ event_bridge: sent }) => sent === "confirmed").map(({ topic }) => topic));
  const samples = load({ rules: 0, events: MADE }).events.filter((text) => known.has(topicOf(text)));
  const archive = join(folder, "archive.ndjson");
  const events = writeArchive(archive, samples);
  writeFileSync(join(folder, "bench.tfvars"), environmentText([...new Set(samples.map(topicOf))]));
  const trace = (threads: number) => ({
    args: [
      ...[join(project, "bin", "genesys-eventbridge.cjs"), "trace", join(folder, "bench.tfvars")],
      ...["--event", archive, "--summary", "--threads", String(threads)],
    ],
    turns: TURNS,
  });
  const parse = { args: [join(project, "bench", "archive", "parse.cjs"), archive], turns: TURNS };
  const [parsed, one, two] = inTurns([parse, trace(1), trace(2)], runWithMemory(project));
  const cost = ({ milliseconds, megabytes } = { milliseconds: 0, megabytes: 0 }) =>
    `${(milliseconds / 1000).toFixed(1)} s, ${megabytes.toFixed(0)} MB`;
  say(
    `trace --summary of ${events} events, ${megabytes} MB, each delivered whole and half of them in part too: ${cost(one)}`,
  );
  say(`with two threads: ${cost(two)}; JSON.parse of the same lines in one: ${cost(parsed)}`);
  say(`one thread / JSON.parse:  ${times(one, parsed)}   (aim: at most 1.67x, that is 0.60 of its speed)`);
  say(`two threads / JSON.parse: ${times(two, parsed)}   (aim: at most 1.30x, and 300 MB)\n`);
}

function topicOf(text: string): string {
  return JSON.parse(text)["detail-type"];
}

/** Writes the samples again and again, each time under other ids, and returns how many. */
function writeArchive(path: string, samples: readonly string[]): number {
  const file = openSync(path, "w");
  let events = 0;
  for (let bytes = 0, round = 0; bytes < megabytes * 1e6; round++) {
    const own = round.toString(16).padStart(8, "0");
    bytes += writeSync(
      file,
      samples.map((text) => `${text.replace(/"[\da-f]{8}(?=-[\da-f]{4}-)/g, `"${own}`)}\n`).join(""),
    );
    events += samples.length;
  }
  closeSync(file);
  return events;
}

/** An environment that sends all of them to one place, and details of conversations to another. */
function environmentText(sent: readonly string[]): string {
  const details = sent.filter((topic) => topic.startsWith("v2.detail.events.conversation."));
  return `aws_account_id = "123456789012"
aws_region     = "us-east-1"
streams = { events = {
  event_source_suffix = "bench"
  topic_filters       = ${JSON.stringify(sent)}
} }
rules = {
  everything = { stream = "events", targets = ["calls"] }
  details = {
    stream  = "events"
    topics  = ${JSON.stringify(details)}
    targets = { log = { fields = ["time", "detail.eventBody.conversationId", "detail.eventBody.mediaType"] } }
  }
  on-queue = {
    stream  = "events"
    pattern = { detail = { eventBody = { presenceDefinition = { systemPresence = ["ON_QUEUE"] } } } }
    targets = ["log"]
  }
}
destinations = {
  calls = { type = "kinesis", partition_key_path = "id" }
  log   = { type = "cloudwatch_logs" }
}
`;
}
