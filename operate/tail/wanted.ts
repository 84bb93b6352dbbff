import { EVENT_PATTERN_LENGTH } from "../../aws/limits";
import type { Environment } from "../../config/model";
import { rulePattern, topLevelNames } from "../../config/pattern";
import { FilesProblem } from "../../files/files-problem";
import { isSent } from "../../genesys/topics";
import { complexityFaults } from "../../patterns/complexity/fault";
import { parsePatternText } from "../../patterns/parse";
import { streamType, topicsOf } from "../../streams";
import { pathText } from "../../text/issue";
import { suggestion } from "../../text/nearest";
import { isMap } from "../../text/value";
import { busOf } from "../buses";

/** The words of whoever asks for events; no two of rule, pattern and topic. */
export interface Words {
  readonly stream?: string | undefined;
  readonly rule?: string | undefined;
  /** JSON, as EventBridge takes it. */
  readonly pattern?: string | undefined;
  readonly topic?: string | undefined;
}

/** The events of a stream that are asked for. */
export interface Wanted {
  readonly stream: string;
  readonly topics: string[] | undefined;
  readonly pattern: Record<string, unknown> | undefined;
}

/** Returns the events that are asked for, of each stream that may have any. @throws FilesProblem where there can be none */
export function wantedOf(environment: Environment, words: Words): Wanted[] {
  const wanted = of(environment, words);
  for (const each of wanted) refuseLong(environment, each);
  return wanted;
}

function of(environment: Environment, { stream, rule, pattern, topic }: Words): Wanted[] {
  const { streams, rules } = environment;
  if (stream !== undefined && !Object.hasOwn(streams, stream))
    throw new FilesProblem(`there is no stream ${stream}${suggestion(stream, Object.keys(streams))}`);
  const all = stream === undefined ? Object.keys(streams) : [stream];
  if (rule !== undefined) {
    const found = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
    if (found === undefined) throw new FilesProblem(`there is no rule ${rule}${suggestion(rule, Object.keys(rules))}`);
    if (stream !== undefined && found.stream !== stream)
      throw new FilesProblem(`rule ${rule} is of stream ${found.stream}, not of ${stream}; leave --stream out`);
    return [{ stream: found.stream, topics: found.topics, pattern: isMap(found.pattern) ? found.pattern : undefined }];
  }
  if (topic !== undefined) return ofTopic(environment, all, topic);
  const own = pattern === undefined ? undefined : patternIn(pattern);
  return all.map((name) => ({ stream: name, topics: undefined, pattern: own }));
}

function ofTopic({ streams }: Environment, names: readonly string[], topic: string): Wanted[] {
  const sent = names.map((name) => {
    const keys = streams[name];
    return { name, topics: keys && topicsOf(keys) };
  });
  const sending = sent.filter(({ topics }) => topics === undefined || isSent(topic, topics));
  if (sending.length === 0) {
    const known = sent.flatMap(({ topics }) => topics ?? []);
    throw new FilesProblem(`no stream sends the topic ${topic}${suggestion(topic, known)}`);
  }
  return sending.map(({ name }) => ({ stream: name, topics: [topic], pattern: undefined }));
}

function patternIn(text: string): Record<string, unknown> {
  const { pattern, faults } = parsePatternText(text);
  const wrong = [
    ...faults.filter(({ severity }) => severity === undefined),
    ...(pattern ? complexityFaults(pattern) : []),
  ];
  if (wrong.length > 0)
    throw new FilesProblem(
      ...wrong.map(({ path, message }) => `--pattern: ${path.length === 0 ? "" : `${pathText(path)}: `}${message}`),
    );
  const value: unknown = JSON.parse(text);
  if (!isMap(value) || Object.keys(value).length === 0)
    throw new FilesProblem("--pattern is empty, which EventBridge refuses; leave it out to see every event");
  if (topLevelNames(value).includes("source"))
    throw new FilesProblem(
      "--pattern must not ask for source: the stream's exact source is always added; leave it out",
    );
  return value;
}

function refuseLong(environment: Environment, { stream, topics, pattern }: Wanted): void {
  const keys = environment.streams[stream];
  if (keys === undefined) return;
  const { length } = rulePattern(
    busOf(environment, stream, keys).source,
    { topics, pattern },
    streamType(keys.type).envelope,
  );
  if (length > EVENT_PATTERN_LENGTH)
    throw new FilesProblem(
      `with the stream's source the pattern has ${length} characters; EventBridge allows ${EVENT_PATTERN_LENGTH}: write a shorter one`,
    );
}
