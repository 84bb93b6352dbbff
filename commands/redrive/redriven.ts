import { dirname, join, resolve } from "node:path";
import { REDRIVE_RATE } from "../../aws/defaults";
import type { Environment } from "../../config/model";
import { FilesProblem, systemCode } from "../../files/files-problem";
import { Aws } from "../../operate/aws/aws";
import { DeadLetters } from "../../operate/redrive/dead-letters";
import { type Choice, type Group, Groups } from "../../operate/redrive/groups";
import { Journal } from "../../operate/redrive/journal";
import { Redrive } from "../../operate/redrive/redrive";
import { suggestion } from "../../text/nearest";
import { plural } from "../../text/words";
import { INTERRUPTED, unconfirmed } from "../confirm";
import { oneEnvironment } from "../environment";
import { interruptible } from "../interrupt";
import { type Io, shown } from "../io";
import { Progress } from "../progress";
import { listLines, resultLines } from "./lines";
import type { RedriveInput } from "./options";
import { type Told, told } from "./result";

interface Opened {
  readonly environment: Environment;
  readonly aws: Aws;
  /** The folder of the journal: beside the environment's file, so that it is the same wherever the command is started. */
  readonly folder: string;
  readonly choice: Choice;
  /** Aborted where the run is to end before its time. */
  readonly signal: AbortSignal;
}

/** Lists what lies in an environment's dead-letter queue, and sends it back where that is asked for. */
export async function redriven(word: string, input: RedriveInput, io: Io): Promise<number> {
  const chosen = oneEnvironment(word, io);
  if (chosen === undefined) return 1;
  const { environment, file } = chosen;
  const choice = choiceOf(input, environment);
  const aws = await Aws.open(environment, io.env, "redrive");
  const folder = join(dirname(resolve(io.cwd, file.path)), ".genesys-eventbridge");
  // Whoever asks twice does not want to wait: what is under way is noted, and the next run goes on there.
  return interruptible(io, (signal) => {
    const all = { environment, aws, folder, choice, signal };
    return input.values.send ? send(all, input, io) : list(all, input, io);
  });
}

/** Receives that are made at once while only looking. */
const WIDTH = 5;

async function list(opened: Opened, input: RedriveInput, io: Io): Promise<number> {
  const journal = journalOf(opened, io, false);
  try {
    const told = await look(opened, journal, input, io);
    if (input.values.json) io.json(told.json, 2);
    else io.stdout(listLines(told));
    return opened.signal.aborted ? INTERRUPTED : 0;
  } finally {
    journal?.close();
  }
}

/** Reads the whole queue and gives it back. */
async function look(
  { environment, aws, choice, signal }: Opened,
  journal: Journal | undefined,
  input: RedriveInput,
  io: Io,
): Promise<Told> {
  const queue = await opened(environment, aws, journal);
  const groups = new Groups(environment, choice);
  const progress = new Progress({ total: queue.state.waiting, done: (count) => plural(count, "message") }, io);
  try {
    for await (const letters of queue.letters(signal, WIDTH)) {
      for (const letter of letters) groups.add(letter);
      progress.add(letters.length);
    }
  } finally {
    progress.end();
    await queue.giveBack();
  }
  return told({ environment, queue, groups: groups.all }, input);
}

async function send(opened: Opened, input: RedriveInput, io: Io): Promise<number> {
  const { signal } = opened;
  const { json = false, yes = false, rate = REDRIVE_RATE.default, limit = Infinity } = input.values;
  const journal = journalOf(opened, io, true);
  try {
    if (!yes) {
      const before = await look(opened, journal, input, io);
      if (!json) io.stdout(listLines(before));
      if (signal.aborted) return INTERRUPTED;
      if (before.sendable === 0) {
        if (json) io.json(before.json, 2);
        return before.chosen === 0 ? 0 : 1;
      }
      const stopped = await unconfirmed(question(before, Number(limit), Number(rate)), yes, io);
      if (stopped !== undefined) return stopped;
    }
    return await sendNow(opened, journal, input, io);
  } finally {
    journal.close();
  }
}

async function sendNow(
  { environment, aws, choice, signal }: Opened,
  journal: Journal,
  input: RedriveInput,
  io: Io,
): Promise<number> {
  const { json = false, rate = REDRIVE_RATE.default, limit = Infinity } = input.values;
  const queue = await opened(environment, aws, journal);
  const groups = new Groups(environment, choice);
  const redrive = new Redrive(aws.at(Number(rate)), queue, journal, groups, Number(limit));
  const progress = new Progress({ total: queue.state.waiting, done: (count) => plural(count, "message") }, io);
  try {
    await redrive.run(signal, (count) => progress.add(count));
  } finally {
    progress.end();
    await queue.giveBack();
  }
  const outcomeOf = (group: Group) => redrive.outcome(group);
  const result = told({ environment, queue, groups: groups.all, outcomeOf, again: journal.again }, input);
  if (json) io.json(result.json, 2);
  else io.stdout(resultLines(result));
  journal.told();
  if (signal.aborted) {
    io.stderr("interrupted: the same command goes on with the rest");
    return INTERRUPTED;
  }
  return result.isDone ? 0 : 1;
}

/** Opens the queue, and gives back what a killed run of this machine has left in flight. */
async function opened(environment: Environment, aws: Aws, journal: Journal | undefined): Promise<DeadLetters> {
  const queue = await DeadLetters.open(aws, environment, journal);
  if (journal === undefined || journal.held.size === 0) return queue;
  await queue.giveBack(journal.held);
  return DeadLetters.open(aws, environment, journal);
}

/** @throws FilesProblem where it must be, and cannot be written; who only looks does without it then */
function journalOf(opened: Opened, io: Io, needed: true): Journal;
function journalOf(opened: Opened, io: Io, needed: boolean): Journal | undefined;
function journalOf({ folder, environment }: Opened, io: Io, needed: boolean): Journal | undefined {
  const { name, aws_account_id, aws_region } = environment;
  const path = join(folder, `redrive-${name}-${aws_account_id}-${aws_region}.jsonl`);
  try {
    return new Journal(path, shown(path, io));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    if (!needed) return undefined;
    throw new FilesProblem(
      `${shown(path, io)} cannot be written (${code}), and without it nobody would know what was sent where a run is stopped`,
    );
  }
}

function choiceOf({ values }: RedriveInput, { rules, destinations }: Environment): Choice {
  return {
    rules: chosen("rule", values.rule, Object.keys(rules)),
    destinations: chosen("destination", values.destination, Object.keys(destinations)),
    causes: new Set(values.cause ?? []),
  };
}

function chosen(option: string, words: readonly string[] = [], known: readonly string[]): ReadonlySet<string> {
  const wrong = words.find((word) => !known.includes(word));
  if (wrong !== undefined)
    throw new FilesProblem(`--${option} ${wrong}: the file has no ${option} of that name${suggestion(wrong, known)}`);
  return new Set(words);
}

function question({ sendable }: Told, limit: number, rate: number): string {
  const count = Math.min(sendable, limit);
  return `Send ${plural(count, "event")} back, each to its own target, at most ${rate} a second?`;
}
