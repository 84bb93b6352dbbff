import { archiveName, arn, busArn, replayPrefix } from "../../aws/names";
import type { Environment, Rule, Stream } from "../../config/model";
import { ruleTopics } from "../../config/rule-view";
import { FilesProblem } from "../../files/files-problem";
import { knownAs, ruleName } from "../../schema/identity";
import { streamType, topicsOf } from "../../streams";
import { suggestion } from "../../text/nearest";
import { joined } from "../../text/words";

/** A rule of the file that takes events of the stream. */
export interface StreamRule {
  readonly key: string;
  /** Its name in AWS. */
  readonly name: string;
  readonly rule: Rule;
}

/** A stream with an archive, by its names in AWS. */
export interface ArchivedStream {
  readonly key: string;
  /** Its name, as names in AWS have it. */
  readonly called: string;
  readonly keys: Stream;
  readonly archive: string;
  readonly archiveArn: string;
  /** Undefined where only the sender knows a part of the bus's name. */
  readonly busArn: string | undefined;
  /** What the names of all its replays begin with. */
  readonly replays: string;
  readonly rules: readonly StreamRule[];
}

export function archivedStream(environment: Environment, key: string, keys: Stream): ArchivedStream {
  const { name, organization_id: organization } = environment;
  const type = streamType(keys.type);
  const called = knownAs(key, keys);
  const known = organization !== undefined || !type.namedByOrganization;
  const bus = type.bus(keys, { environment: name, stream: called, organization: organization ?? "" });
  const archive = archiveName(name, called);
  return {
    key,
    called,
    keys,
    archive,
    archiveArn: arn(environment, "events", `archive/${archive}`),
    busArn: known ? busArn(environment, bus) : undefined,
    replays: replayPrefix(name, called),
    rules: Object.entries(environment.rules)
      .filter(([, { stream }]) => stream === key)
      .map(([rule, keysOfRule]) => ({ key: rule, name: ruleName(rule, keysOfRule), rule: keysOfRule })),
  };
}

/**
 * Returns the stream to replay: the one that is named, or the only one that has an archive.
 *
 * @throws FilesProblem where there is none, or no archive
 */
export function chosenStream(environment: Environment, key: string | undefined): ArchivedStream {
  const { streams } = environment;
  const archived = Object.keys(streams).filter((name) => streams[name]?.archive !== undefined);
  const [only, other] = archived;
  if (key === undefined && other !== undefined)
    throw new FilesProblem(`${archived.length} streams have an archive; name one: --stream ${joined(archived, "or")}`);
  const chosen = key ?? only ?? Object.keys(streams)[0] ?? "";
  const keys = Object.hasOwn(streams, chosen) ? streams[chosen] : undefined;
  if (keys === undefined)
    throw new FilesProblem(
      `--stream ${chosen} is no stream of ${environment.name}${suggestion(chosen, Object.keys(streams))}`,
    );
  if (keys.archive === undefined)
    throw new FilesProblem(
      `the stream ${chosen} has no archive, so that nothing is kept; write archive = {} into it and deploy: what comes from then on can be replayed`,
    );
  return archivedStream(environment, chosen, keys);
}

/**
 * Returns the rules that are named, or all of the stream.
 *
 * @throws FilesProblem where one is not of the stream
 */
export function chosenRules(
  stream: ArchivedStream,
  names: readonly string[],
  { rules }: Environment,
): readonly StreamRule[] {
  if (names.length === 0) return stream.rules;
  return [...new Set(names)].map((name) => {
    const found = stream.rules.find(({ key }) => key === name) ?? stream.rules.find((rule) => rule.name === name);
    if (found !== undefined) return found;
    const other = Object.hasOwn(rules, name) ? rules[name]?.stream : undefined;
    if (other !== undefined)
      throw new FilesProblem(
        `--rules ${name} takes events of the stream ${other}, and a replay of ${stream.key} goes to its own bus only`,
      );
    const known = stream.rules.map(({ key }) => key);
    throw new FilesProblem(`--rules ${name} is no rule of the stream ${stream.key}${suggestion(name, known)}`);
  });
}

/** Returns true where the file says that the archive keeps nothing that the rule takes. */
export function keepsNothingFor({ keys }: ArchivedStream, rule: Rule): boolean {
  const { envelope } = streamType(keys.type);
  const sent = topicsOf(keys);
  const kept = ruleTopics({ topics: undefined, pattern: keys.archive?.pattern }, sent, envelope);
  const taken = ruleTopics(rule, sent, envelope);
  return kept !== undefined && taken !== undefined && !taken.some((topic) => kept.includes(topic));
}
