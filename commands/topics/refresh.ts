import { dirname, resolve } from "node:path";
import { examine } from "../../config/environment";
import { environmentFiles, FilesProblem, topicsPath } from "../../config/files";
import type { EnvironmentFile } from "../../config/load";
import { isSame, topicsBeside } from "../../config/organization-topics";
import { writeFiles } from "../../files/write-files";
import { builtIn } from "../../genesys/catalogue";
import { type OrganizationTopics, reachesEventBridge } from "../../genesys/organization-topics";
import { genesysAccess } from "../../operate/genesys/access";
import { GenesysCloud } from "../../operate/genesys/cloud";
import { type Difference, difference, organizationOf, topicsOf, topicsText } from "../../operate/topics";
import { issueText } from "../../text/issue";
import { type Io, placesOf, shown } from "../io";

/** Asks the organization of an environment for its topics, and keeps the answer beside the environment's file. */
export async function refresh(word: string, { dryRun, json }: { dryRun: boolean; json: boolean }, io: Io) {
  const file = oneFile(word, io);
  const keys = keysOf(file, io);
  if (keys === undefined) return 1;
  const cloud = new GenesysCloud(genesysAccess(io.env, keys.genesys_region));
  const organization = await organizationOf(cloud);
  const path = topicsPath(resolve(io.cwd, file.path));
  const before = topicsBeside(file).topics;
  refuseOther(
    organization,
    keys.organization_id,
    `the environment's organization_id is`,
    "set the credentials of that one",
  );
  refuseOther(
    organization,
    before?.organization_id,
    `${shown(path, io)} is of`,
    "set the credentials of that one, or remove the file",
  );
  const own = await topicsOf(cloud, organization, new Date().toISOString().slice(0, 10));
  if (!dryRun)
    writeFiles(dirname(path), [{ path, text: topicsText(own), over: true }], {
      by: "--refresh",
      shown: (each) => shown(each, io),
    });
  const found = compared(before, own);
  const result = {
    file: shown(path, io),
    written: !dryRun,
    organization_id: own.organization_id,
    asked: own.asked,
    topics: own.topics.length,
    reach_event_bridge: own.topics.filter((topic) => reachesEventBridge(topic)).length,
    compared_with: before === undefined ? "built-in" : "file",
    ...found,
  };
  if (json) io.json(result, 2);
  else io.stdout([...lines(result, organization.name), ...differenceLines(found)]);
  return 0;
}

function oneFile(word: string, io: Io): EnvironmentFile {
  const [file, other] = environmentFiles([word], placesOf(io));
  if (file === undefined || other !== undefined)
    throw new FilesProblem(`${word} holds several environments; name one of them, such as ${file?.name}`);
  return file;
}

/** The keys that say which organization is asked; whatever else is wrong with the file, `check` says. */
function keysOf(file: EnvironmentFile, io: Io) {
  const { draft, issues } = examine({ name: file.name, path: file.path, bytes: file.bytes });
  const wrong = issues.filter(
    ({ path }) => draft === undefined || path === "organization_id" || path === "genesys_region",
  );
  if (draft !== undefined && wrong.length === 0) return draft.top;
  for (const issue of wrong) io.stderr(issueText(issue));
  return undefined;
}

function refuseOther(
  { id, name }: { id: string; name: string },
  wanted: string | undefined,
  what: string,
  advice: string,
) {
  if (wanted === undefined || isSame(wanted, id)) return;
  throw new FilesProblem(
    `the credentials are of the organization ${id} (${name}), but ${what} ${wanted}; ${advice}; nothing was written`,
  );
}

/** What has come and gone since the file was written; where there was none, in the list that is built in. */
function compared(before: OrganizationTopics | undefined, own: OrganizationTopics): Difference {
  if (before !== undefined) return difference(before.topics, own.topics);
  const known = builtIn.topics.filter(({ event_bridge }) => event_bridge !== "retired" && event_bridge !== "no");
  const { new: come, gone } = difference(
    known.map(({ topic }) => ({ topic, transports: [] })),
    own.topics,
  );
  return { new: come.filter((topic) => builtIn.known(topic) === undefined), gone, changed: [] };
}

function lines(
  result: {
    file: string;
    written: boolean;
    organization_id: string;
    topics: number;
    reach_event_bridge: number;
    compared_with: string;
  },
  name: string,
): string[] {
  const { file, written, organization_id: id, topics, reach_event_bridge: reach } = result;
  return [
    `${file}${written ? "" : " would be written"}: ${topics} topics of the organization ${name} (${id}), ${reach} of them reach EventBridge`,
    `compared with ${result.compared_with === "file" ? "the file before" : "the list that is built in"}:`,
  ];
}

function differenceLines({ new: come, gone, changed }: Difference): string[] {
  const ways = (names: readonly string[]) => names.join(", ") || "nothing told";
  const all = [
    ...come.map((topic) => `  new      ${topic}`),
    ...gone.map((topic) => `  gone     ${topic}`),
    ...changed.map(({ topic, from, to }) => `  changed  ${topic}: sent by ${ways(to)}, before by ${ways(from)}`),
  ];
  return all.length > 0 ? all : ["  nothing is new or gone"];
}
