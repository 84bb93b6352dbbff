import { dirname, resolve } from "node:path";
import type { Environment } from "../../config/model";
import type { Contract } from "../../consumers/contract";
import { contractOfEnvironment } from "../../consumers/of-environment";
import { contractOfTopics } from "../../consumers/of-topics";
import { writers } from "../../consumers/writers";
import type { WriterName } from "../../consumers/writers/names";
import { FilesProblem } from "../../files/files-problem";
import { writeFiles } from "../../files/write-files";
import { builtIn } from "../../genesys/catalogue";
import { suggestion } from "../../text/nearest";
import { joined } from "../../text/words";
import { oneEnvironment } from "../environment";
import { type Io, shown } from "../io";
import { knownTopic, topicOf } from "../known-topic";
import { reaches } from "./list";

interface Wanted {
  readonly as: WriterName;
  readonly environment: string | undefined;
  readonly destination: string | undefined;
  readonly reaching: boolean;
  readonly out: string | undefined;
}

/** Writes the shapes of the events of topics, or of what arrives at an environment's destinations. */
export function writeShapes(words: readonly string[], wanted: Wanted, io: Io): number {
  const { environment: file, reaching, out } = wanted;
  const chosen = file === undefined ? undefined : oneEnvironment(file, io);
  if (file !== undefined && chosen === undefined) return 1;
  const contract = chosen
    ? ofEnvironment(chosen.environment, words, wanted.destination)
    : contractOfTopics(
        words.length > 0
          ? [...new Set(words.map((word) => knownTopic(word, builtIn)))]
          : builtIn.topics.filter((topic) => !reaching || reaches(topic)),
      );
  const text = writers[wanted.as].write(contract);
  if (out === undefined) io.document(text);
  else writeOut(out, text, io);
  return 0;
}

function ofEnvironment(environment: Environment, words: readonly string[], destination: string | undefined): Contract {
  const { name, destinations } = environment;
  if (destination !== undefined && !Object.hasOwn(destinations, destination))
    throw new FilesProblem(
      `${name} has no destination ${destination}${suggestion(destination, Object.keys(destinations))}`,
    );
  const topics = words.map((word) => topicOf(word, environment));
  const contract = contractOfEnvironment(environment, { destination, topics });
  if (contract.destinations.length > 0) return contract;
  const what = topics.length > 0 ? joined(topics) : "anything";
  throw new FilesProblem(`no rule of ${name} sends ${what} to ${destination ?? "a destination"}`);
}

function writeOut(out: string, text: string, io: Io): void {
  const path = resolve(io.cwd, out);
  const by = { by: "--out", shown: (each: string) => shown(each, io), linked: true } as const;
  writeFiles(dirname(path), [{ path, text: `${text}\n`, over: true }], by);
  io.stderr(`written to ${shown(path, io)}`);
}
